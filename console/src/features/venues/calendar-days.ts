import { addDays, epochDay } from '@gongyou/contract/kit/civil-date.ts'
import { w } from '../../kit/text.ts'

export type CalendarView = 'month' | 'week'

/** Monday of the week of a day. */
const mondayOf = (day: string) => addDays(day, -((((epochDay(day) + 3) % 7) + 7) % 7))
const lastOf = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** The days to draw, whole weeks from Monday: those of a month or of one week. */
export const daysOfView = (view: CalendarView, on: string): string[] => {
  const first = mondayOf(view === 'week' ? on : `${on.slice(0, 7)}-01`)
  const last = view === 'week' ? first : mondayOf(lastOf(on))
  const weeks = (epochDay(last) - epochDay(first)) / 7 + 1
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(first, i))
}

export const weekdays = () => [
  w('周一', 'Mon'),
  w('周二', 'Tue'),
  w('周三', 'Wed'),
  w('周四', 'Thu'),
  w('周五', 'Fri'),
  w('周六', 'Sat'),
  w('周日', 'Sun'),
]
export const monthName = (on: string) => w(`${on.slice(0, 4)} 年 ${Number(on.slice(5, 7))} 月`, on.slice(0, 7))
export const weekName = (from: string, to: string) =>
  w(`${Number(from.slice(5, 7))} 月 ${Number(from.slice(8))} 日 – ${Number(to.slice(5, 7))} 月 ${Number(to.slice(8))} 日`, `${from} – ${to}`)
