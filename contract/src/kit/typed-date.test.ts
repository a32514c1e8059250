import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn, civilDateOf, daysBetween, epochDay, isCivilDate } from './civil-date.ts'
import { daySerial, readDate, serialDay } from './typed-date.ts'

const day = fc.integer({ min: epochDay('1800-01-01'), max: epochDay('2299-12-31') })

describe('civil days', () => {
  it('go to a number and back, and add up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (n, d) => {
        const date = civilDateOf(n)
        expect(epochDay(date)).toBe(n)
        expect(daysBetween(date, addDays(date, d))).toBe(d)
      }),
    )
    expect(isCivilDate('2025-02-29')).toBe(false)
    expect(isCivilDate('2024-02-29')).toBe(true)
    expect(() => epochDay('2025-2-1')).toThrow(RangeError)
  })

  it('give the age in full years, leap birthdays included', () => {
    expect(ageOn('2010-07-01', '2026-06-30')).toBe(15)
    expect(ageOn('2010-07-01', '2026-07-01')).toBe(16)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
})

describe('a typed date', () => {
  it('is read in every way officers write one', () => {
    for (const typed of [
      '2026-3-1',
      '2026.3.1',
      '2026/03/01',
      '2026年3月1日',
      '2026年03月01号',
      '20260301',
      ' 2026 - 03 - 01 ',
      '２０２６－３－１',
      '2026-03-01 08:30',
      '2026-03-01T00:00:00',
      20260301,
      46082,
      '46082',
    ]) {
      expect(readDate(typed), String(typed)).toEqual({ ok: true, precision: 'day', on: '2026-03-01' })
    }
    for (const typed of ['1990.03', '1990年3月', '1990-03', '199003', 1990.03, 199003, '1990.3']) {
      expect(readDate(typed), String(typed)).toEqual({ ok: true, precision: 'month', month: '1990-03' })
    }
  })

  it('is refused rather than guessed', () => {
    const reasonOf = (raw: string | number) => {
      const r = readDate(raw)
      return r.ok ? 'ok' : r.reason
    }
    expect(reasonOf('')).toBe('empty')
    expect(reasonOf('2026-02-30')).toBe('no-such-day')
    expect(reasonOf('1990')).toBe('year-only')
    expect(reasonOf(1990)).toBe('year-only')
    expect(reasonOf(1990.1)).toBe('ambiguous')
    for (const typed of ['03/01/2026', '26.3.1', '昨天', '2026-3-1-2', 60, -1, Number.NaN]) expect(reasonOf(typed), String(typed)).toBe('format')
  })

  it('agrees with spreadsheets in both systems', () => {
    expect(serialDay(1)).toBe('1900-01-01')
    expect(serialDay(59)).toBe('1900-02-28')
    expect(serialDay(61)).toBe('1900-03-01')
    expect(serialDay(0, '1904')).toBe('1904-01-01')
    expect(serialDay(46082.99)).toBe('2026-03-01')
    expect(serialDay(46082 - 1462, '1904')).toBe('2026-03-01')
    fc.assert(
      fc.property(
        day.filter((n) => n >= epochDay('1900-03-01')),
        (n) => {
          expect(serialDay(daySerial(n))).toBe(civilDateOf(n))
        },
      ),
    )
  })

  it('never throws, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer()), (raw) => {
        readDate(raw)
      }),
    )
  })
})
