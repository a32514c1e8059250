/** The only place that asks the machine for the time; everything else is given it. */
const shift = { ms: 0 }

export const now = () => new Date(Date.now() + shift.ms)

/** Civil day of an instant in Asia/Shanghai (UTC+8, no summer time), `YYYY-MM-DD`. */
export const dayOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** An instant as people in Shanghai write it: `2026-11-20 14:03`. */
export const momentOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
/** The instant at which a day of Shanghai begins. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)

export const later = (from: Date, span: { minutes?: number; hours?: number; days?: number }) =>
  new Date(from.getTime() + ((span.days ?? 0) * 1440 + (span.hours ?? 0) * 60 + (span.minutes ?? 0)) * 60_000)

/** Tests move the clock; nothing else may. Returns the way back. */
export const moveClock = (ms: number) => {
  shift.ms += ms
  return () => {
    shift.ms -= ms
  }
}
