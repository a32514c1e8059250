import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidayYears } from '../../clocks/holidays.ts'
import { rules } from '../../clocks/rules.ts'
import { addDays, type CivilDate, civilDateOf, daysBetween, epochDay } from '../civil-date.ts'
import { calendarOf, dayKind, isWorkingDay, weekdayOf } from './calendar.ts'
import { type PausedDays, countDays } from './count.ts'
import { afterPauses, dueOf } from './due.ts'
import { civilDayOf, instantOf } from './instant.ts'
import { dueStateOf, leftOf } from './left.ts'
import type { Limit, LimitUnit } from './limit.ts'
import { runDays, runNumbers, runReason, runsOf } from './runs.ts'
import { stagesOf, usualWarnings } from './stages.ts'
import { dueDayWords, stateWords } from './words.ts'

const calendar = calendarOf(holidayYears.flatMap((y) => y.days))
const limit = (amount: number, unit: LimitUnit, more: Partial<Limit> = {}): Limit => ({
  amount,
  unit,
  direction: 'after',
  roll: 'working_day',
  ...more,
})
const due = (start: CivilDate, l: Limit, more: { pauses?: PausedDays[]; extended?: number } = {}) => countDays({ limit: l, start, calendar, ...more })

const day = fc.integer({ min: epochDay('2024-06-01'), max: epochDay('2027-06-30') }).map(civilDateOf)
const amount = fc.integer({ min: 1, max: 90 })
const dayUnit = fc.constantFrom<LimitUnit>('working_days', 'calendar_days')
const anyUnit = fc.constantFrom<LimitUnit>('working_days', 'calendar_days', 'months', 'years', 'day_of_next_month')
const small = (unit: LimitUnit, n: number) =>
  unit === 'years' ? (n % 5) + 1 : unit === 'months' ? (n % 24) + 1 : unit === 'day_of_next_month' ? (n % 31) + 1 : n
const roll = fc.constantFrom<Limit['roll']>('working_day', 'none')

describe('the calendar', () => {
  it('holds the announced lists: every make-up day is a weekend day, and each year has its number of days off', () => {
    for (const { days } of holidayYears) for (const d of days.filter((x) => x.kind === 'workday')) expect([0, 6], d.on).toContain(weekdayOf(d.on))
    const offDays = (year: number) => holidayYears.find((y) => y.year === year)!.days.filter((d) => d.kind === 'holiday').length
    expect([offDays(2025), offDays(2026)]).toEqual([28, 33])
    expect(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10', '2026-01-04'].map((d) => dayKind(calendar, d))).toEqual(
      Array.from({ length: 6 }, () => 'makeup'),
    )
    expect(['2026-10-01', '2026-10-07', '2026-02-23', '2026-09-25'].map((d) => dayKind(calendar, d))).toEqual(
      Array.from({ length: 4 }, () => 'holiday'),
    )
    // Working days of a year as the ministry counts them: 248 in 2025.
    const working = (year: number) =>
      Array.from({ length: 365 }, (_, i) => addDays(`${year}-01-01`, i)).filter((d) => isWorkingDay(calendar, d)).length
    expect(working(2025)).toBe(248)
    expect(working(2026)).toBe(248)
  })
})

describe('a due date', () => {
  it('follows the law in known cases', () => {
    // The first day does not count.
    expect(due('2026-11-02', limit(15, 'calendar_days')).on).toBe('2026-11-17')
    // The last day falls into the National Day holiday and moves to the first day after it.
    expect(due('2026-09-16', limit(15, 'calendar_days')).on).toBe('2026-10-08')
    // A Saturday that is worked ends a limit.
    expect(due('2026-09-25', limit(15, 'calendar_days')).on).toBe('2026-10-10')
    // Five working days over National Day: 30 Sep, 8, 9, 10 (make-up), 12 Oct.
    expect(due('2026-09-29', limit(5, 'working_days')).on).toBe('2026-10-12')
    expect(due('2026-01-31', limit(1, 'months', { roll: 'none' })).on).toBe('2026-02-28')
    expect(due('2024-02-29', limit(1, 'years', { roll: 'none' })).on).toBe('2025-02-28')
    expect(due('2026-10-05', limit(15, 'day_of_next_month')).on).toBe('2026-11-16')
    expect(due('2026-11-20', limit(7, 'calendar_days', { direction: 'before' })).on).toBe('2026-11-13')
    expect(due('2026-10-14', limit(10, 'calendar_days', { direction: 'before' })).on).toBe('2026-09-30')
  })

  it('explains every day', () => {
    const { lines } = due('2026-09-29', limit(5, 'working_days'))
    expect(lines.map((l) => [l.on.slice(5), l.nth, l.why, l.name ?? ''])).toEqual([
      ['09-29', null, 'start', ''],
      ['09-30', 1, 'counted', ''],
      ...['01', '02', '03', '04', '05', '06', '07'].map((d) => [`10-${d}`, null, 'holiday', '国庆节']),
      ['10-08', 2, 'counted', ''],
      ['10-09', 3, 'counted', ''],
      ['10-10', 4, 'makeup', '国庆节调休上班'],
      ['10-11', null, 'weekend', ''],
      ['10-12', 5, 'counted', ''],
    ])
    expect(due('2026-09-16', limit(15, 'calendar_days')).lines.at(-1)).toEqual({ on: '2026-10-08', nth: null, why: 'rolled', name: '国庆节' })
  })

  it('says which year it does not know', () => {
    expect(due('2026-12-20', limit(15, 'working_days')).uncertain).toEqual([2027])
    expect(due('2026-12-20', limit(15, 'calendar_days')).uncertain).toEqual([2027])
    expect(due('2026-12-20', limit(15, 'calendar_days', { roll: 'none' })).uncertain).toEqual([])
    expect(due('2026-12-01', limit(15, 'working_days')).uncertain).toEqual([])
  })

  it('never comes before the start, and a working-day result is a working day', () => {
    fc.assert(
      fc.property(day, anyUnit, amount, roll, (start, unit, n, r) => {
        const { on } = due(start, limit(small(unit, n), unit, { roll: r }))
        expect(on > start).toBe(true)
        if (unit === 'working_days' || r === 'working_day') expect(isWorkingDay(calendar, on)).toBe(true)
      }),
    )
  })

  it('is never earlier for more days or a longer extension', () => {
    fc.assert(
      fc.property(day, anyUnit, amount, roll, fc.integer({ min: 1, max: 30 }), (start, unit, n, r, more) => {
        const of = (k: number, extended = 0) => due(start, limit(k, unit, { roll: r }), { extended }).on
        const base = small(unit, n)
        expect(of(unit === 'day_of_next_month' ? Math.min(31, base + more) : base + more) >= of(base)).toBe(true)
        expect(of(base, more) >= of(base)).toBe(true)
      }),
    )
  })

  it('is never earlier for a pause, however pauses lie or overlap', () => {
    const pauses = fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
    fc.assert(
      fc.property(day, anyUnit, amount, roll, pauses, (start, unit, n, r, spans) => {
        const l = limit(small(unit, n), unit, { roll: r })
        const list = spans.map(([from, days]) => ({ from: addDays(start, from), until: addDays(start, from + days) }))
        const all = due(start, l, { pauses: list }).on
        for (const p of list) expect(all >= due(start, l, { pauses: [p] }).on && due(start, l, { pauses: [p] }).on >= due(start, l).on).toBe(true)
        expect(due(start, l, { pauses: list.toReversed() }).on).toBe(all)
      }),
    )
  })

  it('moves plain days by exactly the days of a pause', () => {
    fc.assert(
      fc.property(day, amount, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 89 }), (start, n, length, at) => {
        const from = addDays(start, 1 + (at % n))
        const l = limit(n, 'calendar_days', { roll: 'none' })
        expect(daysBetween(due(start, l).on, due(start, l, { pauses: [{ from, until: addDays(from, length) }] }).on)).toBe(length)
      }),
    )
  })

  it('is explained by as many counted days as the limit has, each day once and in order', () => {
    fc.assert(
      fc.property(
        day,
        dayUnit,
        amount,
        fc.integer({ min: 0, max: 15 }),
        fc.constantFrom<Limit['direction']>('after', 'before'),
        (start, unit, n, extended, direction) => {
          const { lines, on } = due(start, limit(n, unit, { direction }), { extended })
          const counted = lines.filter((l) => l.nth !== null)
          const more = direction === 'before' ? 0 : extended
          expect(counted.map((l) => l.nth)).toEqual(Array.from({ length: n + more }, (_, i) => i + 1))
          const step = direction === 'before' ? -1 : 1
          // Rolled lines repeat nothing: the days run without a gap from the start to the due day.
          expect(lines.map((l) => l.on)).toEqual(lines.map((_, i) => addDays(start, step * i)))
          expect(lines.at(-1)!.on).toBe(on)
        },
      ),
    )
  })

  it('counted back leads to the start again', () => {
    fc.assert(
      fc.property(day, dayUnit, amount, (start, unit, n) => {
        fc.pre(unit === 'calendar_days' || isWorkingDay(calendar, start))
        const there = due(start, limit(n, unit, { roll: 'none' })).on
        expect(due(there, limit(n, unit, { roll: 'none', direction: 'before' })).on).toBe(start)
      }),
    )
  })
})

describe('hours and instants', () => {
  it('hours run through nights and holidays, and stand still in pauses', () => {
    const start = new Date('2026-10-01T22:00:00+08:00')
    const l = limit(24, 'hours')
    expect(dueOf({ limit: l, start, calendar }).at.toISOString()).toBe('2026-10-02T14:00:00.000Z')
    const pauses = [{ from: new Date('2026-10-02T00:00:00+08:00'), until: new Date('2026-10-02T06:00:00+08:00') }]
    expect(dueOf({ limit: l, start, calendar, pauses }).at.toISOString()).toBe('2026-10-02T20:00:00.000Z')
    expect(dueOf({ limit: l, start, calendar, extended: 2 }).at.toISOString()).toBe('2026-10-02T16:00:00.000Z')
    expect(afterPauses(start, 0, pauses)).toEqual(start)
  })

  it('a day belongs to Shanghai whatever the machine thinks', () => {
    expect(civilDayOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
    expect(instantOf('2026-11-21').toISOString()).toBe('2026-11-20T16:00:00.000Z')
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 23 }), (on, hour) => void expect(civilDayOf(instantOf(on, hour))).toBe(on)))
    const d = dueOf({ limit: limit(3, 'calendar_days'), start: new Date('2026-11-20T16:30:00Z'), calendar })
    expect([d.on, d.at.toISOString()]).toEqual(['2026-11-24', '2026-11-24T16:00:00.000Z'])
  })
})

describe('warnings', () => {
  const running = (start: string, on: string) => ({ start: new Date(start), due: { on, at: instantOf(on, 24) }, byHour: false, calendar })
  it('come at half, at four fifths, on the working day before, on the day and when it is over, all at eight in the morning', () => {
    const stages = stagesOf(running('2026-11-02T09:00:00+08:00', '2026-11-30'), usualWarnings)
    expect(stages.map((s) => [s.point, s.at.toISOString()])).toEqual([
      ['50%', '2026-11-16T00:00:00.000Z'],
      ['80%', '2026-11-25T00:00:00.000Z'],
      ['day_before', '2026-11-27T00:00:00.000Z'],
      ['due_day', '2026-11-30T00:00:00.000Z'],
      ['overdue', '2026-12-01T00:00:00.000Z'],
    ])
  })
  it('never fall before the start, never two at once, and the overdue one is never lost', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3, max: 60 }), fc.integer({ min: 0, max: 23 }), (on, days, hour) => {
        const start = instantOf(on, hour)
        const end = addDays(on, days)
        const stages = stagesOf({ ...running(start.toISOString(), end) }, usualWarnings)
        expect(stages.at(-1)!.point).toBe('overdue')
        expect(new Set(stages.map((s) => s.at.getTime())).size).toBe(stages.length)
        for (const s of stages) if (s.point !== 'overdue') expect(s.at > start).toBe(true)
      }),
    )
  })
})

describe('what is left', () => {
  const at = (text: string) => new Date(text)
  it('is counted as the limit is', () => {
    const due = { on: '2026-10-12', at: instantOf('2026-10-12', 24) }
    expect(leftOf(due, 'working_days', false, at('2026-09-30T10:00:00+08:00'), calendar)).toEqual({ amount: 4, unit: 'working_days' })
    expect(leftOf(due, 'calendar_days', false, at('2026-09-30T10:00:00+08:00'), calendar)).toEqual({ amount: 12, unit: 'calendar_days' })
    expect(leftOf(due, 'working_days', false, at('2026-10-14T10:00:00+08:00'), calendar)).toEqual({ amount: -2, unit: 'working_days' })
  })
  it('has one word', () => {
    const clock = { dueOn: '2026-11-25', dueAt: instantOf('2026-11-25', 24), soonAt: instantOf('2026-11-24', 8), paused: false, outcome: null }
    const word = (text: string, more = {}) => dueStateOf({ ...clock, ...more }, at(text))
    expect(word('2026-11-20T10:00:00+08:00')).toBe('calm')
    expect(word('2026-11-24T10:00:00+08:00')).toBe('soon')
    expect(word('2026-11-25T23:59:59+08:00')).toBe('today')
    expect(word('2026-11-26T00:00:00+08:00')).toBe('overdue')
    expect(word('2026-11-26T00:00:00+08:00', { paused: true })).toBe('paused')
    expect(word('2026-11-26T00:00:00+08:00', { outcome: 'met' })).toBe('met')
  })
})

describe('the rules', () => {
  it('have a code of their own, a source, and a limit that can be counted or says why not', () => {
    expect(new Set(rules.map((r) => r.code)).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThanOrEqual(44)
    const start = new Date('2026-11-02T09:00:00+08:00')
    for (const r of rules) {
      expect(r.source.length, r.code).toBeGreaterThan(1)
      if (r.unit !== 'none' && r.unit !== 'as_printed') expect(dueOf({ limit: r, start, calendar }).at, r.code).not.toEqual(start)
    }
  })
})

describe('words', () => {
  it('tell a count in few lines', () => {
    const runs = runsOf(due('2026-09-29', limit(5, 'working_days')).lines)
    expect(runs.map((r) => [runDays(r, '2026').zh, runNumbers(r).zh, runReason(r).zh])).toEqual([
      ['9月29日 周二', '', '首日不计'],
      ['9月30日 周三', '第 1 日', '计入'],
      ['10月1日 至 10月7日', '', '法定假日，不计（国庆节）'],
      ['10月8日 至 10月9日', '第 2–3 日', '计入'],
      ['10月10日 周六', '第 4 日', '国庆节调休上班，计入'],
      ['10月11日 周日', '', '周末，不计'],
      ['10月12日 周一', '第 5 日', '计入'],
    ])
    const back = runsOf(due('2026-11-20', limit(7, 'calendar_days', { direction: 'before' })).lines)
    expect(back.map((r) => [r.from, r.to, runNumbers(r).en])).toEqual([
      ['2026-11-20', '2026-11-20', ''],
      ['2026-11-13', '2026-11-19', 'Days 1–7'],
    ])
  })
  it('tell where a clock stands', () => {
    const said = (state: Parameters<typeof stateWords>[0], amount: number, unit: 'working_days' | 'calendar_days' | 'hours') =>
      stateWords(state, { amount, unit })
    expect([said('calm', 3, 'working_days').zh, said('soon', 1, 'working_days').en]).toEqual(['还剩 3 个工作日', '1 working day left'])
    expect([said('overdue', -2, 'calendar_days').zh, said('overdue', -1, 'hours').en]).toEqual(['已逾期 2 天', '1 hour overdue'])
    expect([said('today', 0, 'calendar_days').zh, said('today', 3, 'hours').zh, stateWords('paused', null).zh]).toEqual([
      '今天到期',
      '还剩 3 小时',
      '中止中',
    ])
    expect(dueDayWords({ dueOn: '2027-01-06', dueAt: null }, '2026').zh).toBe('2027年1月6日')
    expect(dueDayWords({ dueOn: '2026-11-05', dueAt: '2026-11-05T10:00:00.000Z' }, '2026').zh).toBe('11月5日 18:00')
  })
})
