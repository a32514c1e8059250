import { tidy } from './typed-input.ts'

/** Reads a time of day as people write one (9:30, 18：00, 18时, 9点半) into `HH:mm`; undefined where it is none. Seconds are dropped. */
export const readTimeOfDay = (raw: string): string | undefined => {
  const parts = /^(\d{1,2})(?:[:：](\d{2})(?:[:：]\d{2}(?:\.0+)?)?|[时点](?:(半)|(\d{1,2})分?)?)$/.exec(tidy(raw))
  if (!parts) return undefined
  const [hour, minute] = [Number(parts[1]), parts[3] ? 30 : Number(parts[2] ?? parts[4] ?? 0)]
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
