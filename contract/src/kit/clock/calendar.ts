import { addDays, type CivilDate, epochDay } from '../civil-date.ts'

/** A day on which the rule of the week does not hold: a holiday, or a weekend day that is worked (调休上班). */
export type ExceptionalDay = { readonly on: CivilDate; readonly kind: 'holiday' | 'workday'; readonly name: string }

export type DayKind = 'working' | 'makeup' | 'weekend' | 'holiday'

/** The exceptional days of the years that are known. Outside them only the week is known. */
export type Calendar = { readonly find: (on: CivilDate) => ExceptionalDay | undefined; readonly knows: (year: number) => boolean }

export const yearOf = (on: CivilDate) => Number(on.slice(0, 4))

/** A year is known when at least one holiday of it is: no year has none. */
export const calendarOf = (days: readonly ExceptionalDay[]): Calendar => {
  const byDay = new Map(days.map((d) => [d.on, d]))
  const years = new Set(days.filter((d) => d.kind === 'holiday').map((d) => yearOf(d.on)))
  return { find: (on) => byDay.get(on), knows: (year) => years.has(year) }
}

/** Sunday 0 … Saturday 6. 1970-01-01 was a Thursday. */
export const weekdayOf = (on: CivilDate) => (((epochDay(on) + 4) % 7) + 7) % 7

export const dayKind = (calendar: Calendar, on: CivilDate): DayKind => {
  const exception = calendar.find(on)
  if (exception) return exception.kind === 'holiday' ? 'holiday' : 'makeup'
  const weekday = weekdayOf(on)
  return weekday === 0 || weekday === 6 ? 'weekend' : 'working'
}

export const isWorkingDay = (calendar: Calendar, on: CivilDate) => {
  const kind = dayKind(calendar, on)
  return kind === 'working' || kind === 'makeup'
}

/** The nearest working day after a day, or before it. */
export const workingDayFrom = (calendar: Calendar, on: CivilDate, step: 1 | -1): CivilDate => {
  let day = addDays(on, step)
  while (!isWorkingDay(calendar, day)) day = addDays(day, step)
  return day
}
