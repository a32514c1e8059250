import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '../../kit/refuse.ts'
import { clocksIn, travelTo } from '../../test/clocks.ts'
import { aUnion } from '../../test/union.ts'
import { explain, extendClock, pauseClock, resumeClock } from './index.ts'

const union = await aUnion({ people: 20 })
const { write, read, byLimit, rowOf } = await clocksIn(union)
let back = () => {}
afterAll(() => back())

const step = fc.record({
  do: fc.constantFrom('pause', 'resume', 'extend'),
  hours: fc.integer({ min: 0, max: 200 }),
  amount: fc.integer({ min: 1, max: 9 }),
})
const limit = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('working_days', 'calendar_days', 'hours', 'months'),
  direction: fc.constant('after' as const),
  roll: fc.constantFrom('working_day', 'none'),
  extension: fc.constant(30),
})

test('whatever is done to a running clock, it never moves to an earlier moment by itself', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(limit, fc.array(step, { maxLength: 7 }), async (l, steps) => {
      let hour = Date.parse('2026-09-18T09:00:00+08:00')
      const go = (hours: number) => {
        back()
        back = travelTo(new Date((hour += hours * 3_600_000)).toISOString())
      }
      go(0)
      const { id } = await byLimit(l)
      let due = (await rowOf(id)).due_at as Date
      for (const s of steps) {
        go(s.hours)
        const done =
          s.do === 'pause'
            ? write((work) => pauseClock(work, id, { because: '等待' }))
            : s.do === 'resume'
              ? write((work) => resumeClock(work, id))
              : write((work) => extendClock(work, id, { amount: s.amount, because: '批准' }))
        await done.catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error
        })
        const row = await rowOf(id)
        expect(row.due_at >= due).toBe(true)
        if (row.due_at > due) moved++
        due = row.due_at
        // What is stored and what is explained are the same count.
        if (!row.paused_at) expect((await read((look) => explain(look, id))).agrees).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
  expect(moved).toBeGreaterThan(20)
})
