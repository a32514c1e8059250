import type { Service } from '@gongyou/contract/cases/service.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, drawingOf } from './layout.ts'

const shape = fc.record({
  states: fc.integer({ min: 1, max: 12 }),
  steps: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 }),
  room: fc.constantFrom(324, 700, 1100, Infinity),
})

/** A service of so many states, with steps between any of them; circles and steps in place included. */
const serviceOf = (states: number, steps: readonly (readonly [number, number])[]): Service => ({
  code: 'any',
  revision: 1,
  letters: 'AN',
  title: t('任意', 'Any'),
  summary: t('任意', 'Any'),
  begunBy: ['worker'],
  form: {},
  roles: {},
  outcomes: {},
  states: Object.fromEntries(Array.from({ length: states }, (_, i) => [`state${i}`, { name: t(`状态${i}`, `State ${i}`) }])),
  begins: 'state0',
  actions: Object.fromEntries(
    steps.map(([from, to], i) => [
      `step${i}`,
      { name: t('步骤', 'Step'), from: `state${from % states}`, to: `state${to % states}`, by: 'applicant' as const },
    ]),
  ),
})

const apart = (a: Box, b: Box) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
/** Whether a point lies on the border of a box, to the pixel. */
const touches = (b: Box, x: number, y: number) =>
  x >= b.x - 1 &&
  x <= b.x + b.width + 1 &&
  y >= b.y - 1 &&
  y <= b.y + b.height + 1 &&
  !(x > b.x + 1 && x < b.x + b.width - 1 && y > b.y + 1 && y < b.y + b.height - 1)

test('no box covers another, everything is on the paper, and every line runs from its state to its state', () => {
  let lines = 0
  fc.assert(
    fc.property(shape, ({ states, steps, room }) => {
      const drawing = drawingOf(serviceOf(states, steps), room)
      expect(drawing.boxes).toHaveLength(states)
      for (const [i, a] of drawing.boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= drawing.width + 1 && a.y + a.height <= drawing.height + 1).toBe(true)
        for (const b of drawing.boxes.slice(i + 1)) expect(apart(a, b)).toBe(true)
      }
      expect(drawing.lines.map((l) => l.step).sort()).toEqual(steps.map((_, i) => `step${i}`).sort())
      for (const line of drawing.lines) {
        const [from, to] = [line.from, line.to].map((n) => drawing.boxes.find((b) => b.name === n)!)
        const numbers = [...line.path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const)
        expect(touches(from!, ...numbers[0]!) && touches(to!, ...numbers.at(-1)!)).toBe(true)
        lines += 1
      }
    }),
    { numRuns: 150 },
  )
  expect(lines).toBeGreaterThan(300)
})
