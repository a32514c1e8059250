/** One line of a benchmark: ours against a stated limit, in one run on one machine; `ratio` = ours / limit. */
export type Result = { name: string; ours: number; limit: number; ratio: number; unit: string; conditions: string; more?: Record<string, number | string> }

/** Median and 95th percentile of a list of times. */
export const spread = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export const round = (n: number, digits = 2) => Math.round(n * 10 ** digits) / 10 ** digits

export const resultOf = (r: Omit<Result, 'ratio'>): Result => ({ ...r, ours: round(r.ours), limit: round(r.limit), ratio: round(r.ours / r.limit) })

export type Bench = (tell: (line: string) => void) => Promise<Result>

export const rounded = (n: number, digits = 2) => Number(n.toFixed(digits))

/** The result of two times in seconds. */
export const ofTimes = (name: string, ours: number, limit: number, conditions: string): Result => ({ name, ours: rounded(ours), limit: rounded(limit), ratio: rounded(ours / limit), unit: 's', conditions })

export const seconds = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  const start = performance.now()
  const value = await fn()
  return [(performance.now() - start) / 1000, value]
}

/** The largest memory of this process while something runs, in MB. */
export const peakOf = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  let peak = 0
  let detail = {}
  const look = () => { const m = process.memoryUsage(); if (m.rss > peak) { peak = m.rss; detail = m } }
  look()
  const watch = setInterval(look, 20)
  try {
    const value = await fn()
    look()
    return [Math.round(peak / 1e6), value]
  } finally {
    clearInterval(watch)
  }
}
