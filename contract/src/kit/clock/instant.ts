import type { CivilDate } from '../civil-date.ts'
import { epochDay } from '../civil-date.ts'

const hour = 3_600_000

/** Civil day of an instant in Asia/Shanghai (UTC+8, no summer time). */
export const civilDayOf = (instant: Date): CivilDate => new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10)

/** The instant of an hour of a civil day in Asia/Shanghai; hour 24 is the end of the day. */
export const instantOf = (on: CivilDate, atHour = 0): Date => new Date((epochDay(on) * 24 - 8 + atHour) * hour)
