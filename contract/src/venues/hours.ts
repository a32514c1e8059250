import { type CivilDate, addDays, epochDay } from '../kit/civil-date.ts'

/** From and until, in minutes of a civil day in Asia/Shanghai; until 1440 is midnight. */
export type Span = readonly [number, number]
/** Opening hours as data: always, or by the day of the week, Monday first. */
export type Hours = { always: true } | { week: readonly (readonly Span[])[] }
/** Days on which the hours of the week do not hold; no spans: closed. */
export type SpecialDays = { from: CivilDate; to: CivilDate; spans: readonly Span[]; because: string }

export const wholeDay: Span = [0, 1440]
/** 0 is Monday. */
export const weekdayOf = (day: CivilDate) => (((epochDay(day) + 3) % 7) + 7) % 7

/** When it is open on a day, early spans first. */
export const spansOn = (hours: Hours, special: readonly SpecialDays[], day: CivilDate): readonly Span[] => {
  const other = special.find((s) => s.from <= day && day <= s.to)
  if (other) return other.spans
  return 'always' in hours ? [wholeDay] : (hours.week[weekdayOf(day)] ?? [])
}

/** Civil day and minute of an instant: UTC+8, no summer time. */
export const civilOf = (at: Date): { day: CivilDate; minute: number } => {
  const here = new Date(at.getTime() + 8 * 3_600_000)
  return { day: here.toISOString().slice(0, 10), minute: here.getUTCHours() * 60 + here.getUTCMinutes() }
}
/** The instant of a civil day and minute. */
export const instantOf = (day: CivilDate, minute: number) => new Date(epochDay(day) * 86_400_000 + (minute - 480) * 60_000)

export type Now = { open: true; until: { day: CivilDate; minute: number } | null } | { open: false; next: { day: CivilDate; minute: number } | null }

/** Whether it is open at a moment, and until when; or else when it opens next, within a fortnight. Spans that meet at midnight go on. */
export const openAt = (hours: Hours, special: readonly SpecialDays[], at: Date): Now => {
  const { day, minute } = civilOf(at)
  const now = spansOn(hours, special, day).find(([from, to]) => from <= minute && minute < to)
  if (now) {
    let [end, last] = [now[1], day]
    for (let i = 0; i < 8 && end === 1440; i++) {
      const morning = spansOn(hours, special, addDays(last, 1)).find(([from]) => from === 0)
      if (!morning) return { open: true, until: { day: last, minute: 1440 } }
      ;[end, last] = [morning[1], addDays(last, 1)]
    }
    return { open: true, until: end === 1440 ? null : { day: last, minute: end } }
  }
  for (let i = 0; i < 14; i++) {
    const on = addDays(day, i)
    const next = spansOn(hours, special, on).find(([from]) => i > 0 || from > minute)
    if (next) return { open: false, next: { day: on, minute: next[0] } }
  }
  return { open: false, next: null }
}

const two = (n: number) => String(n).padStart(2, '0')
export const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
export const spansText = (spans: readonly Span[]) => spans.map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`).join('，')

/** `8:30` or `24:00` as minutes; undefined where it is no time of day. */
export const minuteOf = (text: string): number | undefined => {
  const [, h = '', m = ''] = /^\s*(\d{1,2})\s*[:：]\s*(\d{2})\s*$/.exec(text) ?? []
  const minute = Number(h) * 60 + Number(m)
  return h !== '' && Number(m) < 60 && minute <= 1440 ? minute : undefined
}

/** Spans in order that do not overlap; undefined where they do. */
export const tidySpans = (spans: readonly Span[]): readonly Span[] | undefined => {
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  const sound = sorted.every(([from, to], i) => from >= 0 && from < to && to <= 1440 && (i === 0 || sorted[i - 1]![1] <= from))
  return sound ? sorted : undefined
}
