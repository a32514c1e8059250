import type { CivilDate } from '../civil-date.ts'
import { addDays } from '../civil-date.ts'
import type { Calendar } from './calendar.ts'
import { type DayLine, countDays } from './count.ts'
import { civilDayOf, instantOf } from './instant.ts'
import type { Limit } from './limit.ts'

/** A span in which the clock stood still; `until` null while it stands. */
export type Pause = { readonly from: Date; readonly until: Date | null }

export type Reckoning = {
  readonly limit: Limit
  readonly start: Date
  readonly calendar: Calendar
  readonly pauses?: readonly Pause[]
  readonly extended?: number
}
/** `at` is the instant from which on the limit is missed: the end of the day, or the very minute for hours. */
export type Due = { on: CivilDate; at: Date; lines: DayLine[]; uncertain: number[] }

/** The instant at which some milliseconds of unpaused time have gone by. */
export const afterPauses = (start: Date, ms: number, pauses: readonly Pause[]): Date => {
  let at = start.getTime() + ms
  for (const p of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
    if (p.until !== null && p.from.getTime() < at) at += Math.max(0, p.until.getTime() - Math.max(p.from.getTime(), start.getTime()))
  return new Date(at)
}

/** Due on a day: until its end at 24:00 (民法典 第 203 条). */
export const atEndOf = (on: CivilDate): { on: CivilDate; at: Date } => ({ on, at: instantOf(on, 24) })

/** The due date of any counted limit. Throws for limits whose date is printed or that have none. */
export const dueOf = ({ limit, start, calendar, pauses = [], extended = 0 }: Reckoning): Due => {
  if (limit.unit === 'as_printed' || limit.unit === 'none') throw new RangeError('not a counted limit: ' + limit.unit)
  const from = civilDayOf(start)
  if (limit.unit === 'hours') {
    const back = limit.direction === 'before'
    const at = back ? new Date(start.getTime() - limit.amount * 3_600_000) : afterPauses(start, (limit.amount + extended) * 3_600_000, pauses)
    return { on: civilDayOf(at), at, lines: [{ on: from, nth: null, why: 'start' }], uncertain: [] }
  }
  const counted = countDays({
    limit,
    start: from,
    calendar,
    pauses: pauses.map((p) => ({ from: civilDayOf(p.from), until: p.until ? civilDayOf(p.until) : null })),
    extended,
  })
  return { ...counted, ...atEndOf(counted.on) }
}

/** A date given by hand moves by the days of a pause, and never otherwise. */
export const movedByPause = (on: CivilDate, from: Date, until: Date): CivilDate => {
  const days = Math.round((instantOf(civilDayOf(until)).getTime() - instantOf(civilDayOf(from)).getTime()) / 86_400_000)
  return addDays(on, Math.max(0, days))
}
