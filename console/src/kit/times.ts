import dayjs, { type Dayjs } from 'dayjs'

/** An instant as officers write it, in Beijing time: `2026-11-20 14:03`. */
export const instant = (at: string) =>
  new Date(at).toLocaleString('sv-SE', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

/** An instant for a date picker, and back: what is picked is Beijing time, whatever the zone of the computer. */
export const picked = (at: string): Dayjs => dayjs(instant(at))
export const fromPicked = (d: Dayjs): string => new Date(`${d.format('YYYY-MM-DDTHH:mm:00')}+08:00`).toISOString()
