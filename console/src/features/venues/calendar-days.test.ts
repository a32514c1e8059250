import { addDays, epochDay } from '@gongyou/contract/kit/civil-date.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfView } from './calendar-days.ts'

test('a month is drawn in whole weeks from Monday, five or six of them as a rule', () => {
  expect([daysOfView('month', '2026-11-21')[0], daysOfView('month', '2026-11-21').at(-1)]).toEqual(['2026-10-26', '2026-12-06'])
  // A February that begins on a Monday fits into four.
  expect(daysOfView('month', '2027-02-10')).toHaveLength(28)
  expect(daysOfView('week', '2026-11-22')).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'])
})

test('whatever the day, its month and its week are in the picture, without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const day = addDays('1990-01-01', n)
      for (const view of ['month', 'week'] as const) {
        const days = daysOfView(view, day)
        expect(days).toContain(day)
        expect(days.length % 7).toBe(0)
        expect((epochDay(days[0]!) + 3) % 7).toBe(0)
        expect(days.every((d, i) => i === 0 || d === addDays(days[i - 1]!, 1))).toBe(true)
      }
      expect(daysOfView('month', day).filter((d) => d.slice(0, 7) === day.slice(0, 7)).length).toBeGreaterThanOrEqual(28)
    }),
  )
})
