/**
 * A day of the civil calendar of Asia/Shanghai, `YYYY-MM-DD`. It is a name of a day, not an instant: nothing here asks
 * the machine for its zone or for the time.
 */
export type CivilDate = string

/** Days since 1970-01-01, negative before. Throws RangeError when the text is no day of the calendar. */
export function epochDay(date: CivilDate): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  const day = parts === null ? undefined : dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (day === undefined) throw new RangeError('not a civil date: ' + date)
  return day
}

/** The day that lies `day` days after 1970-01-01 (years 1–9999). */
export function civilDateOf(day: number): CivilDate {
  if (!Number.isInteger(day) || day < -719162 || day > 2932896) throw new RangeError('day out of range: ' + day)
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The day number of year, month and day, or undefined when there is no such day (29 February 2025). */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return at.getUTCMonth() === month - 1 ? Math.floor(at.getTime() / 86_400_000) : undefined
}

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return parts !== null && dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined
}

/** The day `days` calendar days later, or earlier when negative. Working days belong to the calendar of holidays. */
export const addDays = (date: CivilDate, days: number): CivilDate => civilDateOf(epochDay(date) + days)

/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDay(to) - epochDay(from)

/**
 * Full years of age on a day, reached on the birthday itself; someone born on 29 February turns on 1 March in other
 * years. Negative for a day before birth.
 */
export function ageOn(birthOn: CivilDate, on: CivilDate): number {
  epochDay(birthOn)
  epochDay(on)
  return Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (on.slice(5) < birthOn.slice(5) ? 1 : 0)
}
