import { type CivilDate, civilDateOf, dayNumber, epochDay } from '../civil-date.ts'

/** The day of a month counted from a day's own month; the month's last day where it has no such day (民法典 第 202 条). */
export const dayInMonth = (from: CivilDate, months: number, day: number): { on: CivilDate; clipped: boolean } => {
  epochDay(from)
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1]
  for (let d = day; d > 27; d--) {
    const found = dayNumber(year, inYear, d)
    if (found !== undefined) return { on: civilDateOf(found), clipped: d !== day }
  }
  const found = dayNumber(year, inYear, day)
  if (found === undefined) throw new RangeError('no such day: ' + from + ' ' + months + ' ' + day)
  return { on: civilDateOf(found), clipped: false }
}

/** The corresponding day some months later or earlier. */
export const monthsLater = (from: CivilDate, months: number) => dayInMonth(from, months, Number(from.slice(8)))
