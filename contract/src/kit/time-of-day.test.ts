import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTimeOfDay } from './time-of-day.ts'

const two = (n: number) => String(n).padStart(2, '0')

test('every minute of the day is read in each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
      for (const typed of [`${h}:${two(m)}`, `${two(h)}：${two(m)}`, `${h}:${two(m)}:59`, `${h}点${m}分`, ` ${h}时${m} `])
        expect(readTimeOfDay(typed), typed).toBe(`${two(h)}:${two(m)}`)
    }),
  )
})

test.each(['24:00', '12:60', '18', '6:5', 'noon', '', '18:00 前', '2026-11-20 18:00'])('%s is no time of day', (typed) => {
  expect(readTimeOfDay(typed)).toBeUndefined()
})

test('full hours and halves', () => {
  expect([readTimeOfDay('18点'), readTimeOfDay('9时'), readTimeOfDay('９点半')]).toEqual(['18:00', '09:00', '09:30'])
})
