import { addDays, isCivilDate } from '../kit/civil-date.ts'
import { readIdCard } from '../kit/id-card.ts'
import { readPersonName } from '../kit/person-name.ts'
import { readPhone } from '../kit/phone.ts'
import type { Text } from '../kit/text.ts'
import { readTimeOfDay } from '../kit/time-of-day.ts'
import { readUscc } from '../kit/uscc.ts'
import { faultTexts } from './faults.ts'
import type { DayBound, SimpleKind, TextForm } from './field.ts'

/** A value tidied, or why it cannot be one. */
export type Reading = { ok: true; value: unknown } | { ok: false; says: Text }

export const fine = (value: unknown): Reading => ({ ok: true, value })
export const bad = (says: Text): Reading => ({ ok: false, says })

/** Longest text where the field names no limit. */
const longest = 2000

type Read = { ok: true; number: string } | { ok: true; name: string } | { ok: false; suggestion?: Text }
const from = (reading: Read): Reading => {
  if (!reading.ok) return bad(reading.suggestion ?? faultTexts.shape)
  return fine('number' in reading ? reading.number : reading.name)
}

const readers: Record<TextForm, (raw: string) => Reading> = {
  phone: (raw) => from(readPhone(raw)),
  'id-number': (raw) => from(readIdCard(raw)),
  uscc: (raw) => from(readUscc(raw)),
  'person-name': (raw) => from(readPersonName(raw)),
  'bank-card': (raw) => {
    const digits = raw.replace(/[\s-]/g, '')
    return /^\d{12,19}$/.test(digits) && luhn(digits) ? fine(digits) : bad(faultTexts.bankCard)
  },
  'time-of-day': (raw) => {
    const time = readTimeOfDay(raw)
    return time ? fine(time) : bad(faultTexts.timeOfDay)
  },
  email: (raw) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(raw) ? fine(raw) : bad(faultTexts.email)),
}

const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, d, i) => sum + (i % 2 === 0 ? Number(d) : ((Number(d) * 2) % 10) + Math.floor((Number(d) * 2) / 10)), 0) % 10 ===
  0

export const dayOfBound = (bound: DayBound, today: string): string => (typeof bound === 'string' ? bound : addDays(today, bound.daysFromToday))

const readText = (field: Extract<SimpleKind, { kind: 'text' }>, raw: unknown): Reading => {
  if (typeof raw !== 'string') return bad(faultTexts.shape)
  // Control signs other than line breaks have no place in what people write.
  const typed = raw
    .normalize('NFC')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  if (field.form) return readers[field.form](typed)
  const max = field.max ?? longest
  return [...typed].length > max ? bad(faultTexts.long(max)) : fine(typed)
}

const readNumber = (field: Extract<SimpleKind, { kind: 'number' }>, raw: unknown): Reading => {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return bad(faultTexts.shape)
  const decimals = field.decimals ?? 0
  if (Math.abs(raw) > 1e15 || Number(raw.toFixed(decimals)) !== raw) return bad(decimals === 0 ? faultTexts.whole : faultTexts.decimals(decimals))
  if (field.min !== undefined && raw < field.min) return bad(faultTexts.atLeast(field.min))
  if (field.max !== undefined && raw > field.max) return bad(faultTexts.atMost(field.max))
  return fine(raw)
}

const readMoney = (field: Extract<SimpleKind, { kind: 'money' }>, raw: unknown): Reading => {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return bad(faultTexts.shape)
  const min = field.min ?? 0
  if (raw < min) return bad(faultTexts.moneyAtLeast(min))
  if (field.max !== undefined && raw > field.max) return bad(faultTexts.moneyAtMost(field.max))
  return fine(raw)
}

const readDay = (field: Extract<SimpleKind, { kind: 'date' }>, raw: unknown, today: string): Reading => {
  if (typeof raw !== 'string' || !isCivilDate(raw) || raw < '1900-01-01' || raw >= '2200-01-01') return bad(faultTexts.day)
  const first = field.notBefore && dayOfBound(field.notBefore, today)
  const last = field.notAfter && dayOfBound(field.notAfter, today)
  if (first && raw < first) return bad(faultTexts.notBefore(first))
  if (last && raw > last) return bad(faultTexts.notAfter(last))
  return fine(raw)
}

/** Reads one plain value: tidied, within the field's limits. `today` is the civil day of filling in. */
export const readSimple = (field: SimpleKind, raw: unknown, today: string): Reading => {
  switch (field.kind) {
    case 'text':
      return readText(field, raw)
    case 'number':
      return readNumber(field, raw)
    case 'money':
      return readMoney(field, raw)
    case 'date':
      return readDay(field, raw, today)
    case 'choice':
      return field.options.some((o) => o.code === raw) ? fine(raw) : bad(faultTexts.option)
  }
}
