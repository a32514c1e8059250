import { addDays, type CivilDate, daysBetween } from '../civil-date.ts'
import { type Calendar, dayKind, yearOf } from './calendar.ts'
import type { Limit } from './limit.ts'
import { dayInMonth, monthsLater } from './months.ts'

/** Days that do not count, from the day of the pause until the day on which it ends; that day counts again. */
export type PausedDays = { readonly from: CivilDate; readonly until: CivilDate | null }
type EndedPause = { readonly from: CivilDate; readonly until: CivilDate }

/**
 * Why a day counts or does not: the first day (民法典 第 201 条), weekends and holidays, a make-up working day, a pause,
 * an extension, the corresponding day of a month (第 202 条), the last day moved off a holiday (第 203 条).
 */
export type DayReason = 'start' | 'counted' | 'makeup' | 'extended' | 'weekend' | 'holiday' | 'paused' | 'month' | 'month_end' | 'rolled'

/** One line of the count. `nth` is its number where it counts; `until` the last day where a line stands for several. */
export type DayLine = {
  readonly on: CivilDate
  readonly until?: CivilDate | undefined
  readonly nth: number | null
  readonly why: DayReason
  readonly name?: string | undefined
}

export type Counting = {
  readonly limit: Limit
  readonly start: CivilDate
  readonly calendar: Calendar
  readonly pauses?: readonly PausedDays[]
  /** Days added to the limit, counted as the limit counts them. */
  readonly extended?: number
}
export type CountedDay = { on: CivilDate; lines: DayLine[]; /** Years of which only the weekends are known. */ uncertain: number[] }

/** Asks the calendar and remembers which unknown years were asked about. */
const asker = (calendar: Calendar) => {
  const uncertain = new Set<number>()
  const kind = (on: CivilDate) => {
    if (!calendar.knows(yearOf(on))) uncertain.add(yearOf(on))
    return dayKind(calendar, on)
  }
  return { kind, nameOf: (on: CivilDate) => calendar.find(on)?.name, uncertain }
}
type Asker = ReturnType<typeof asker>

const named = (line: DayLine, name: string | undefined): DayLine => (name ? { ...line, name } : line)
const within = (pauses: readonly EndedPause[], on: CivilDate) => pauses.some((p) => on >= p.from && on < p.until)

/** Day by day: the first day is not counted. */
const walk = ({ limit, start, extended = 0 }: Counting, pauses: readonly EndedPause[], ask: Asker, lines: DayLine[]) => {
  const step = limit.direction === 'before' ? -1 : 1
  const byWork = limit.unit === 'working_days'
  let [on, nth] = [start, 0]
  while (nth < limit.amount + extended) {
    on = addDays(on, step)
    if (within(pauses, on)) {
      lines.push({ on, nth: null, why: 'paused' })
      continue
    }
    const kind = byWork ? ask.kind(on) : 'working'
    if (kind === 'weekend' || kind === 'holiday') {
      lines.push(named({ on, nth: null, why: kind }, ask.nameOf(on)))
      continue
    }
    nth++
    const why = nth > limit.amount ? 'extended' : kind === 'makeup' ? 'makeup' : 'counted'
    lines.push(named({ on, nth, why }, kind === 'makeup' ? ask.nameOf(on) : undefined))
  }
  return on
}

/** Months and years end on the corresponding day, moved by the days of the pauses, then of the extension. */
const leap = ({ limit, start, extended = 0 }: Counting, pauses: readonly EndedPause[], lines: DayLine[]) => {
  const sign = limit.direction === 'before' ? -1 : 1
  const target =
    limit.unit === 'day_of_next_month'
      ? dayInMonth(start, 1, limit.amount)
      : monthsLater(start, sign * limit.amount * (limit.unit === 'years' ? 12 : 1))
  lines.push({ on: target.on, nth: null, why: target.clipped ? 'month_end' : 'month' })
  let on = addDays(target.on, extended)
  if (extended > 0) lines.push({ on: addDays(target.on, 1), until: on, nth: extended, why: 'extended' })
  for (const { from: paused, until } of pauses) {
    // The day of the event itself is never counted, so a pause on it takes nothing away.
    const from = paused > start ? paused : addDays(start, 1)
    if (from > on || until <= from) continue
    lines.push({ on: from, until: addDays(until, -1), nth: null, why: 'paused' })
    on = addDays(on, daysBetween(from, until))
  }
  return on
}

const roll = (on: CivilDate, { limit }: Counting, pauses: readonly EndedPause[], ask: Asker, lines: DayLine[]) => {
  const step = limit.direction === 'before' ? -1 : 1
  const closed = (day: CivilDate) => (within(pauses, day) ? 'paused' : ask.kind(day))
  let [day, kind] = [on, closed(on)]
  while (kind === 'weekend' || kind === 'holiday' || kind === 'paused') {
    if (day !== on) lines.push(named({ on: day, nth: null, why: kind }, ask.nameOf(day)))
    day = addDays(day, step)
    kind = closed(day)
  }
  if (day !== on) lines.push(named({ on: day, nth: null, why: 'rolled' }, ask.nameOf(on)))
  return day
}

/** In order of their beginning, without overlaps. An open pause is left out: the date is the one that holds if it ends today. */
const tidyPauses = (pauses: readonly PausedDays[]) => {
  const kept: EndedPause[] = []
  for (const { from, until } of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = kept.at(-1)
    if (until === null || until <= from) continue
    if (!last || from > last.until) kept.push({ from, until })
    else if (until > last.until) kept[kept.length - 1] = { from: last.from, until }
  }
  return kept
}

/** The last day of a limit and the whole way to it. Hours, printed dates and duties without a limit are not counted in days. */
export const countDays = (counting: Counting): CountedDay => {
  const { limit, start, calendar } = counting
  const back = limit.direction === 'before'
  const pauses = back ? [] : tidyPauses(counting.pauses ?? [])
  const given = back ? { ...counting, extended: 0 } : counting
  const ask = asker(calendar)
  const lines: DayLine[] = [{ on: start, nth: null, why: 'start' }]
  const byDays = limit.unit === 'working_days' || limit.unit === 'calendar_days'
  const last = byDays ? walk(given, pauses, ask, lines) : leap(given, pauses, lines)
  const on = limit.roll === 'working_day' && limit.unit !== 'working_days' ? roll(last, given, pauses, ask, lines) : last
  return { on, lines, uncertain: [...ask.uncertain].sort((a, b) => a - b) }
}
