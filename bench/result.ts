/** What a benchmark says: ours against the limit measured in the same run, in one unit. */
export type Result = { name: string; ours: number; limit: number; ratio: number; unit: string; conditions: string }
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
    if (process.env.BENCH_SLOW) console.log(detail)
    return [Math.round(peak / 1e6), value]
  } finally {
    clearInterval(watch)
  }
}
