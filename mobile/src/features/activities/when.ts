import { moment, shortDay } from '../../kit/day.ts'

const hours = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
const weekdays = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const weekday = (iso: string, zh: boolean) => {
  const n = new Date(new Date(iso).getTime() + 8 * 3_600_000).getUTCDay()
  return zh ? `周${weekdays.zh[n]}` : weekdays.en[n]!
}

/** `11月25日 周三 14:00–16:00`; the second day only where there is one. */
export const when = (from: string, to: string, zh = true) =>
  shortDay(from) === shortDay(to) ? `${shortDay(from)} ${weekday(from, zh)} ${hours(from)}–${hours(to)}` : `${moment(from)} – ${moment(to)}`
