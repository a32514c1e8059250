import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'

type Part = 'am' | 'pm' | 'eve'
export const longest = 200

/** The half days of a class: these parts of every day between, Saturdays and Sundays where they are wanted. */
export const halfDaysBetween = (from: string, to: string, parts: readonly Part[], weekends: boolean) => {
  const days = Math.min(daysBetween(from, to), 366)
  return Array.from({ length: Math.max(0, days) + 1 }, (_, i) => addDays(from, i))
    .filter((on) => weekends || ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))
    .flatMap((on) => (['am', 'pm', 'eve'] as const).filter((p) => parts.includes(p)).map((part) => ({ on, part })))
}
