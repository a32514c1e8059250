import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kit/civil-date.ts'
import { hoursOf } from './form.ts'
import { type Hours, type Span, civilOf, instantOf, minuteOf, openAt, spansOn, tidySpans } from './hours.ts'

const at = (day: string, clock: string) => instantOf(day, minuteOf(clock)!)
const shop: Hours = {
  week: [
    [
      [540, 720],
      [780, 1080],
    ],
    [[540, 1080]],
    [[540, 1080]],
    [[540, 1080]],
    [[540, 1080]],
    [],
    [],
  ] as Span[][],
}

test('open now, until when; closed now, opens when', () => {
  // 23 November 2026 is a Monday.
  expect(openAt(shop, [], at('2026-11-23', '10:00'))).toEqual({ open: true, until: { day: '2026-11-23', minute: 720 } })
  expect(openAt(shop, [], at('2026-11-23', '12:00'))).toEqual({ open: false, next: { day: '2026-11-23', minute: 780 } })
  expect(openAt(shop, [], at('2026-11-27', '18:00'))).toEqual({ open: false, next: { day: '2026-11-30', minute: 540 } })
  expect(openAt({ always: true }, [], at('2026-11-27', '03:00'))).toEqual({ open: true, until: null })
  expect(openAt({ week: [[], [], [], [], [], [], []] }, [], at('2026-11-23', '10:00'))).toEqual({ open: false, next: null })
})

test('days of their own go before the week, and a night goes on over midnight', () => {
  const shut = [{ from: '2026-11-23', to: '2026-11-24', spans: [], because: '检修' }]
  expect(openAt(shop, shut, at('2026-11-23', '10:00'))).toEqual({ open: false, next: { day: '2026-11-25', minute: 540 } })
  expect(openAt({ always: true }, shut, at('2026-11-22', '20:00'))).toEqual({ open: true, until: { day: '2026-11-22', minute: 1440 } })
  const night: Hours = {
    week: Array.from({ length: 7 }, (): Span[] => [
      [0, 360],
      [1200, 1440],
    ]),
  }
  expect(openAt(night, [], at('2026-11-23', '23:00'))).toEqual({ open: true, until: { day: '2026-11-24', minute: 360 } })
})

test('a civil minute of Beijing is the same instant wherever it is asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
      const day = addDays('2000-01-01', days)
      expect(civilOf(instantOf(day, minute))).toEqual({ day, minute })
    }),
  )
})

test('what a fortnight of minutes says agrees with the spans of each day', () => {
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 6 })), { maxLength: 3 })
    .map((list) => tidySpans(list.map(([h, n]): Span => [h * 60, Math.min((h + n) * 60, 1440)])) ?? [])
  fc.assert(
    fc.property(fc.array(spans, { minLength: 7, maxLength: 7 }), fc.integer({ min: 0, max: 20_000 }), (week, minutes) => {
      const hours: Hours = { week }
      const now = new Date(instantOf('2026-11-23', 0).getTime() + minutes * 60_000)
      const { day, minute } = civilOf(now)
      const said = openAt(hours, [], now)
      expect(said.open).toBe(spansOn(hours, [], day).some(([a, b]) => a <= minute && minute < b))
      if (!said.open && said.next) expect(openAt(hours, [], instantOf(said.next.day, said.next.minute)).open).toBe(true)
    }),
  )
})

test('hours as typed are read, and what cannot be is pointed at', () => {
  const read = (hours: object[]) => hoursOf({ opens: 'weekly', hours })
  expect(read([{ days: 'workdays', from: '8:30', to: '12：00' }])).toMatchObject({
    hours: { week: [[[510, 720]], [[510, 720]], [[510, 720]], [[510, 720]], [[510, 720]], [], []] },
  })
  expect(read([{ days: 'mon', from: '25:00', to: '26:00' }])).toMatchObject({ fault: { path: 'hours.0.from' } })
  expect(read([{ days: 'mon', from: '10:00', to: '09:00' }])).toMatchObject({ fault: { path: 'hours.0.to' } })
  expect(
    read([
      { days: 'mon', from: '09:00', to: '11:00' },
      { days: 'everyday', from: '10:00', to: '12:00' },
    ]),
  ).toMatchObject({ fault: { path: 'hours' } })
})
