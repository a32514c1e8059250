import { civilDateOf, dayNumber, type CivilDate } from './civil-date.ts'
import { t, type Text } from './text.ts'
import { tidy } from './typed-input.ts'

/** Which day a spreadsheet counts from: Windows workbooks 1900, old Macintosh ones 1904 (ECMA-376 part 1, 18.17.4). */
export type DateSystem = '1900' | '1904'

/** Why a typed date was refused. */
export type DateFault = 'empty' | 'format' | 'no-such-day' | 'year-only' | 'ambiguous'

/** A typed date: a whole day, or a month only (出生年月), or why it is neither. */
export type DateReading =
  { ok: true; precision: 'day'; on: CivilDate } | { ok: true; precision: 'month'; month: string } | { ok: false; reason: DateFault; suggestion: Text }

const suggestions: Record<DateFault, Text> = {
  empty: t('请填写日期。', 'Fill in the date.'),
  format: t('请按“2026-03-01”的样子填写日期。', 'Write the date like 2026-03-01.'),
  'no-such-day': t('日历上没有这一天，请核对月份和日。', 'The calendar has no such day; check month and day.'),
  'year-only': t('只有年份，请补上月和日。', 'Only a year is given; add month and day.'),
  ambiguous: t(
    '数字“1990.1”可能是1月，也可能是10月，请改写为“1990-01”或“1990-10”。',
    'The number 1990.1 may be January or October; write 1990-01 or 1990-10.',
  ),
}

const refuse = (reason: DateFault): DateReading => ({ ok: false, reason, suggestion: suggestions[reason] })

/**
 * The day a spreadsheet serial names, or undefined outside the calendar. Serial 60 of the 1900 system is 29 February
 * 1900, a day that never was and that spreadsheets keep for an old program's sake; days before it are one off.
 */
export function serialDay(serial: number, system: DateSystem = '1900'): CivilDate | undefined {
  const day = Math.floor(serial)
  if (!Number.isFinite(day) || day < (system === '1904' ? 0 : 1) || day > 2957003) return undefined
  if (system === '1904') return civilDateOf(day - 24107)
  return day === 60 ? undefined : civilDateOf(day - (day < 60 ? 25568 : 25569))
}

/** The serial of a day in the 1900 system, for writing date cells (days from 1900-03-01 on). */
export const daySerial = (epochDay: number): number => epochDay + 25569

/**
 * Reads a date in the ways officers write one: 2026-3-1, 2026.3.1, 2026/03/01, 2026年3月1日, 20260301, a spreadsheet
 * serial, each with an idle time of day; 1990.03, 1990年3月 and 199003 give a month. Numbers come as numbers from number
 * cells: there 1990.1 is refused, because a spreadsheet shortens 1990.10 to it. Day-first and two-digit years are refused.
 */
export function readDate(raw: string | number, system: DateSystem = '1900'): DateReading {
  if (typeof raw === 'number') return readNumber(raw, system)
  const typed = tidy(raw.replace(/[T\s\u3000]+(\d{1,2}[:：]\d{2}([:：]\d{2}(\.0+)?)?)\s*$/, ''))
  if (typed === '') return refuse('empty')
  if (/^\d{5}$/.test(typed)) return readNumber(Number(typed), system)
  if (/^\d{4}年?$/.test(typed)) return refuse('year-only')
  const parts =
    /^(\d{4})[-‐-―−./年。,、](\d{1,2})(?:[-‐-―−./月。,、](\d{1,2})[日号]?|月|[-./])?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(typed)
  return parts === null ? refuse('format') : fromParts(parts[1], parts[2], parts[3])
}

function fromParts(year = '', month = '', day?: string): DateReading {
  const number = dayNumber(Number(year), Number(month), day === undefined ? 1 : Number(day))
  if (number === undefined || Number(year) < 1800) return refuse('no-such-day')
  const on = civilDateOf(number)
  return day === undefined ? { ok: true, precision: 'month', month: on.slice(0, 7) } : { ok: true, precision: 'day', on }
}

function readNumber(value: number, system: DateSystem): DateReading {
  const shown = String(value)
  if (/^(18|19|20)\d{6}$/.test(shown)) return fromParts(shown.slice(0, 4), shown.slice(4, 6), shown.slice(6))
  if (/^(18|19|20)\d{4}$/.test(shown)) return fromParts(shown.slice(0, 4), shown.slice(4))
  // As a serial 1990 would be a day in 1905; nobody means that.
  if (/^(19|20)\d\d$/.test(shown)) return refuse('year-only')
  if (/^(19|20)\d\d\.1$/.test(shown)) return refuse('ambiguous')
  if (/^(19|20)\d\d\.\d{1,2}$/.test(shown)) return fromParts(shown.slice(0, 4), shown.slice(5))
  const on = serialDay(value, system)
  return on === undefined ? refuse('format') : { ok: true, precision: 'day', on }
}
