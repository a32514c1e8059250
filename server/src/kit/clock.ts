/** The only place that asks the machine for the time; everything else is given it. */
const shift = { ms: 0 }

export const now = () => new Date(Date.now() + shift.ms)

/** Civil day of an instant in Asia/Shanghai (UTC+8, no summer time), `YYYY-MM-DD`. */
export const dayOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export const later = (from: Date, span: { minutes?: number; hours?: number; days?: number }) =>
  new Date(from.getTime() + ((span.days ?? 0) * 1440 + (span.hours ?? 0) * 60 + (span.minutes ?? 0)) * 60_000)

/** Tests move the clock; nothing else may. Returns the way back. */
export const moveClock = (ms: number) => {
  shift.ms += ms
  return () => {
    shift.ms -= ms
  }
}
