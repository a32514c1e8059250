/** One line of a benchmark: ours against a stated limit, in one run on one machine; `ratio` = ours / limit. */
export type Result = {
  name: string
  ours: number
  limit: number
  ratio: number
  unit: string
  conditions: string
  more?: Record<string, number | string>
}

/** Median and 95th percentile of a list of times. */
export const spread = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export const round = (n: number, digits = 2) => Math.round(n * 10 ** digits) / 10 ** digits

export const resultOf = (r: Omit<Result, 'ratio'>): Result => ({ ...r, ours: round(r.ours), limit: round(r.limit), ratio: round(r.ours / r.limit) })
