import { type CivilDate, addDays, daysBetween, isCivilDate } from '../kit/civil-date.ts'
import type { ExceptionalDay } from '../kit/clock/calendar.ts'

const dateOf = (year: number, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** `2月15日至23日`, `1月28日至2月4日`, `2026年12月31日至2027年1月2日`, `1月1日`. */
const spans = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*(?:至|—|–|-|~)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g

const daysIn = (clause: string, year: number): CivilDate[] =>
  [...clause.matchAll(spans)].flatMap(([, y1, m1, d1, y2, m2, d2]) => {
    const from = dateOf(Number(y1 ?? year), m1!, d1!)
    const to = d2 ? dateOf(Number(y2 ?? y1 ?? year), m2 ?? m1!, d2) : from
    if (!isCivilDate(from) || !isCivilDate(to)) return []
    const length = daysBetween(from, to)
    return length < 0 || length > 20 ? [] : Array.from({ length: length + 1 }, (_, i) => addDays(from, i))
  })

/** One festival of the notice: what is off, and which weekend days are worked for it. */
const festival = (name: string, text: string, year: number): ExceptionalDay[] =>
  text.split(/[。；;\n]/).flatMap((clause): ExceptionalDay[] => {
    if (clause.includes('上班')) return daysIn(clause, year).map((on) => ({ on, kind: 'workday', name: `${name}调休上班` }))
    return clause.includes('放假') ? daysIn(clause, year).map((on) => ({ on, kind: 'holiday', name })) : []
  })

/** `2027-01-01 休 元旦`, `2027-01-03 班`. */
const listed = (line: string): ExceptionalDay[] => {
  const parts = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[\s,，]*(休|假|放假|班|上班)[\s,，]*(.*?)\s*$/.exec(line)
  if (!parts) return []
  const on = dateOf(Number(parts[1]), parts[2]!, parts[3]!)
  const works = parts[4]!.endsWith('班')
  return isCivilDate(on) ? [{ on, kind: works ? 'workday' : 'holiday', name: (parts[5] || (works ? '调休上班' : '放假')).slice(0, 40) }] : []
}

/**
 * Reads the State Council's notice on the holidays of a year as it is published, or a list with one day a line.
 * Days in order; the first of two sayings about one day holds.
 */
export const readAnnouncement = (text: string, year: number): ExceptionalDay[] => {
  // What stands in brackets names weekdays and the lunar calendar, whose days would be read as dates.
  const plain = text.replace(/[（(][^）)]*[）)]/g, '')
  const festivals = [...plain.matchAll(/[一二三四五六七八九十]+、([^：:\n]{2,20})[：:]([^]*?)(?=[一二三四五六七八九十]+、[^：:\n]{2,20}[：:]|$)/g)]
  const found = [...festivals.flatMap(([, name, body]) => festival(name!.trim(), body!, year)), ...text.split('\n').flatMap(listed)]
  const byDay = new Map<string, ExceptionalDay>()
  for (const day of found) if (!byDay.has(day.on)) byDay.set(day.on, day)
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}
