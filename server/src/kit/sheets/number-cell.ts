import { serialDay, type DateSystem } from '@gongyou/contract/kit/typed-date.ts'
import type { PlainCell } from './cell.ts'

/** How a number format shows its number: plainly, padded with zeros to a width, or as a kind of date. */
export type NumberLook = 'plain' | 'day' | 'month' | 'time' | number

/**
 * The look of a format, by its built-in number or its code. Numbers 27–36 and 50–58 are the Chinese and Japanese dates
 * that files use without spelling them out (ECMA-376 part 1, 18.8.30): 27, 36, 50, 57 are year and month in Chinese.
 */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code !== undefined) return lookOfCode(code)
  if (id === 17 || id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'month'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'time'
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
  return 'plain'
}

function lookOfCode(code: string): NumberLook {
  const first = code.split(';')[0] ?? ''
  const elapsed = /\[[hms]+\]/i.test(first)
  const bare = first.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general|g\/通用格式/gi, '')
  if (/^0{2,}$/.test(bare)) return bare.length
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare) && !elapsed))
    return /d/i.test(bare) || !/y/i.test(bare) || /h/i.test(bare) ? 'day' : /m/i.test(bare) ? 'month' : 'day'
  return elapsed || /[hs]/i.test(bare) ? 'time' : 'plain'
}

/** The cell of a stored number under its look. Out-of-range dates are given as the number that stands in the file. */
export function numberCell(value: number, look: NumberLook, system: DateSystem): PlainCell {
  if (typeof look === 'string' && look !== 'plain') {
    const dated = dateCell(value, look, system)
    if (dated !== undefined) return dated
  }
  const text = typeof look === 'number' && Number.isInteger(value) && value >= 0 ? String(value).padStart(look, '0') : shown(value)
  return Math.abs(value) >= 1e15 ? { kind: 'number', text, value, damaged: true } : { kind: 'number', text, value }
}

// Files hold seventeen digits (0.30000000000000004); people saw fifteen.
function shown(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const text = String(value)
  return text.length > 15 ? String(Number(value.toPrecision(15))) : text
}

function dateCell(value: number, look: 'day' | 'month' | 'time', system: DateSystem): PlainCell | undefined {
  // Rounded to the second, because 08:30 is stored as 0.354166666666667.
  const seconds = Math.round((value - Math.floor(value)) * 86400)
  const day = Math.floor(value) + (seconds === 86400 ? 1 : 0)
  const clock = seconds % 86400
  const two = (n: number) => String(n).padStart(2, '0')
  const time = clock === 0 ? null : `${two(Math.floor(clock / 3600))}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}`
  const on = serialDay(day, system)
  if (look === 'time' || (day === 0 && time !== null)) {
    if (value < 0 || value >= 1)
      return on === undefined ? undefined : { kind: 'date', text: time === null ? on : `${on} ${time}`, value, on, time, precision: 'day' }
    return { kind: 'date', text: time ?? '00:00:00', value, on: null, time: time ?? '00:00:00', precision: 'time' }
  }
  if (on === undefined) return undefined
  if (look === 'month') return { kind: 'date', text: on.slice(0, 7), value, on, time: null, precision: 'month' }
  return { kind: 'date', text: time === null ? on : `${on} ${time}`, value, on, time, precision: 'day' }
}
