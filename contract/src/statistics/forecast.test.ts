import fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseOf } from './forecast.ts'

const year = { from: '2026-01-01', to: '2026-12-31', aim: 1200 }

test('half a year gone, half reached, the same pace: on course', () => {
  expect(courseOf({ ...year, today: '2026-06-30', value: 600, recent: { value: 1200, days: 365 } })).toEqual({
    progress: 50,
    elapsed: 49.6,
    forecast: 1205,
    standing: 'on-course',
  })
})

test('reached, missed, behind, not begun', () => {
  const at = (today: string, value: number | null, pace = 0) => courseOf({ ...year, today, value, recent: { value: pace, days: 365 } }).standing
  expect([at('2026-03-01', 1200), at('2027-02-01', 1100), at('2026-06-30', 300, 600), at('2025-12-31', 0)]).toEqual([
    'reached',
    'missed',
    'behind',
    'not-begun',
  ])
})

test('a forecast is never less than what is there, nor is more gone than the whole', () => {
  fc.assert(
    fc.property(fc.nat(800), fc.nat(3000), fc.integer({ min: -500, max: 3000 }), (day, value, pace) => {
      const today = new Date(Date.UTC(2025, 6, 1 + day)).toISOString().slice(0, 10)
      const c = courseOf({ ...year, today, value, recent: { value: pace, days: 365 } })
      return c.forecast! >= value && c.elapsed >= 0 && c.elapsed <= 100 && (c.standing === 'reached') === (c.elapsed > 0 && value >= 1200)
    }),
  )
})
