import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Marks,
  type Scheme,
  type Standing,
  compare,
  faultsOfMarks,
  faultsOfScheme,
  finalScore,
  ranked,
  readScore,
  roundScore,
  sheetScore,
  shownScore,
} from './scoring.ts'

const scheme: Scheme = {
  items: [
    { code: 'safety', name: '安全规程', full: 2000, weight: 2000 },
    { code: 'craft', name: '操作', full: 6000, weight: 5000 },
    { code: 'work', name: '成品', full: 3000, weight: 3000 },
  ],
  penalties: [
    { code: 'late', name: '超时', kind: 'each', points: 200 },
    { code: 'tool', name: '未归位', kind: 'once', points: 150 },
    { code: 'danger', name: '严重违章', kind: 'out', points: 0 },
  ],
  drop: { from: 5, high: 1, low: 1 },
  decimals: 2,
  rounding: 'half_up',
}
const marks = (safety: number, craft: number, work: number, penalties = {}): Marks => ({ items: { safety, craft, work }, penalties })

const aMark = fc.record({
  items: fc.record({ safety: fc.nat(2000), craft: fc.nat(6000), work: fc.nat(3000) }),
  penalties: fc.record({ late: fc.nat(4), tool: fc.nat(2) }),
})

test('a sheet by hand: weights, penalties, never below nought', () => {
  expect(faultsOfScheme(scheme)).toEqual([])
  expect(roundScore(scheme, [marks(2000, 6000, 3000)])).toMatchObject({ score: 10_000 })
  // 18 + 50 × 45/60 + 28.5 − 2 × 2 − 1.5
  expect(roundScore(scheme, [marks(1800, 4500, 2850, { late: 2, tool: 3 })])).toMatchObject({ score: 7850 })
  expect(roundScore(scheme, [marks(100, 0, 0, { late: 9 })])).toMatchObject({ score: 0 })
})

test('from five judges on, the highest and the lowest do not count', () => {
  const sheets = [9000, 5000, 7000, 10_000, 8000].map((n) => marks((n * 2000) / 10_000, (n * 6000) / 10_000, (n * 3000) / 10_000))
  expect(roundScore(scheme, sheets)).toEqual({ is: 'scored', score: 8000, dropped: [1, 3] })
  expect(roundScore(scheme, sheets.slice(0, 4))).toMatchObject({ score: 7750, dropped: [] })
})

test('a third is rounded once, half up or down, at the decimals of the contest', () => {
  const three = [marks(2000, 0, 0), marks(0, 0, 0), marks(0, 0, 0)]
  expect(roundScore(scheme, three)).toMatchObject({ score: 667 })
  expect(roundScore({ ...scheme, rounding: 'down' }, three)).toMatchObject({ score: 666 })
  expect(roundScore({ ...scheme, decimals: 0 }, three)).toMatchObject({ score: 700 })
  expect(roundScore({ ...scheme, decimals: 1 }, three)).toMatchObject({ score: 670 })
})

test('ruled out when most judges say so; without a sheet, absent', () => {
  const out = marks(2000, 6000, 3000, { danger: 1 })
  const fine = marks(2000, 6000, 3000)
  expect(roundScore(scheme, [out, out, fine])).toEqual({ is: 'out' })
  expect(roundScore(scheme, [out, fine])).toMatchObject({ is: 'scored' })
  expect(roundScore(scheme, [])).toEqual({ is: 'absent' })
})

test('a mark above full marks, of another round, left open or broken is refused', () => {
  const of = (m: Marks) => faultsOfMarks(scheme, m)
  expect(of(marks(2000, 6000, 3000))).toEqual([])
  expect(of(marks(2001, 6000, 3000))).toEqual([{ path: 'safety', is: 'above-full', full: 2000 }])
  expect(of({ items: { safety: 1, craft: 1 }, penalties: {} })).toEqual([{ path: 'work', is: 'missing' }])
  expect(of({ items: { safety: 1, craft: 1, work: 1, theory: 1 }, penalties: {} })).toEqual([{ path: 'theory', is: 'unknown' }])
  expect(of(marks(1.5, -1, Number.NaN)).map((f) => f.is)).toEqual(['not-a-score', 'not-a-score', 'not-a-score'])
  expect(of(marks(1, 1, 1, { rude: 1, late: -1 })).map((f) => f.is)).toEqual(['unknown', 'not-a-score'])
  expect(of({ items: JSON.parse('{"safety":1,"craft":1,"work":1,"__proto__":1}'), penalties: {} })).toMatchObject([{ is: 'unknown' }])
})

test('a way of scoring whose weights do not come to the whole, or that drops everybody, is refused', () => {
  const [first, ...rest] = scheme.items
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (weight) => {
      const faults = faultsOfScheme({ ...scheme, items: [{ ...first!, weight }, ...rest] })
      expect(faults).toEqual(weight === first!.weight ? [] : ['weights'])
    }),
  )
  expect(faultsOfScheme({ ...scheme, drop: { from: 2, high: 1, low: 1 } })).toEqual(['drop'])
  expect(faultsOfScheme({ ...scheme, items: [] })).toEqual(['no-items', 'weights'])
  expect(faultsOfScheme({ ...scheme, penalties: [{ code: 'work', name: '', kind: 'once', points: 1 }] })).toEqual(['same-code'])
})

test('the order of the judges does not matter', () =>
  fc.assert(
    fc.property(fc.array(aMark, { minLength: 1, maxLength: 9 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (sheets, dice) => {
      const other = sheets.map((s) => ({ s, at: dice.next().value as number })).sort((a, b) => a.at - b.at)
      const score = (r: ReturnType<typeof roundScore>) => (r.is === 'scored' ? r.score : r.is)
      expect(
        score(
          roundScore(
            scheme,
            other.map((o) => o.s),
          ),
        ),
      ).toBe(score(roundScore(scheme, sheets)))
    }),
  ))

test('a better sheet never makes the score of a round worse, and no score leaves 0 to 100', () =>
  fc.assert(
    fc.property(fc.array(aMark, { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(6000), fc.boolean(), (sheets, at, more, fewer) => {
      const i = at % sheets.length
      const old = sheets[i]!
      const better: Marks = {
        items: { ...old.items, craft: Math.min(6000, old.items.craft + more) },
        penalties: fewer ? { ...old.penalties, late: 0 } : old.penalties,
      }
      expect(compare(sheetScore(scheme, better), sheetScore(scheme, old))).toBeGreaterThanOrEqual(0)
      const [before, after] = [roundScore(scheme, sheets), roundScore(scheme, sheets.with(i, better as typeof old))]
      if (before.is !== 'scored' || after.is !== 'scored') throw new Error('not scored')
      expect(after.score).toBeGreaterThanOrEqual(before.score)
      expect(before.score).toBeGreaterThanOrEqual(0)
      expect(after.score).toBeLessThanOrEqual(10_000)
    }),
  ))

const aStanding = fc.record({
  id: fc.uuid(),
  final: fc.option(fc.integer({ min: 80, max: 84 })),
  rounds: fc.record({ 1: fc.integer({ min: 1, max: 3 }), 2: fc.integer({ min: 1, max: 3 }) }),
  seconds: fc.option(fc.integer({ min: 1, max: 3 })),
})
const ties = [{ by: 'round', round: 2 }, { by: 'time' }] as const
const field = fc.uniqueArray(aStanding, { selector: (s) => s.id, maxLength: 12 })

test('a place is one more than the number of those who are better; sharing says so', () =>
  fc.assert(
    fc.property(field, (standings) => {
      const rows = ranked(standings, ties)
      expect(rows.map((r) => r.id).toSorted()).toEqual(standings.map((s) => s.id).toSorted())
      const key = (s: Standing) => (s.final ?? 0) * 1e6 + s.rounds[2]! * 1e4 - (s.seconds ?? 9)
      const there = rows.filter((r) => r.final !== null)
      for (const row of there) {
        expect(row.place).toBe(1 + there.filter((o) => key(o) > key(row)).length)
        expect(row.shared).toBe(there.filter((o) => key(o) === key(row)).length > 1)
      }
      expect(rows.filter((r) => r.final === null).every((r) => r.place === null)).toBe(true)
    }),
  ))

test('somebody with a better final never gets a worse place', () =>
  fc.assert(
    fc.property(field, fc.nat(), fc.nat(5), (standings, at, more) => {
      const there = standings.filter((s) => s.final !== null)
      if (there.length === 0) return
      const one = there[at % there.length]!
      const placeOf = (all: readonly Standing[]) => ranked(all, ties).find((r) => r.id === one.id)!.place!
      const better = standings.map((s) => (s.id === one.id ? { ...s, final: s.final! + more } : s))
      expect(placeOf(better)).toBeLessThanOrEqual(placeOf(standings))
    }),
  ))

test('rounds come together by weight; full in all is full', () => {
  const how = { decimals: 2, rounding: 'half_up' } as const
  expect(
    finalScore(
      [
        { weight: 3000, score: 8867 },
        { weight: 7000, score: 9133 },
      ],
      how,
    ),
  ).toBe(9053)
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (weight, score) => {
      expect(
        finalScore(
          [
            { weight, score },
            { weight: 10_000 - weight, score },
          ],
          how,
        ),
      ).toBe(score)
    }),
  )
})

test('what is typed is what is shown', () => {
  fc.assert(
    fc.property(fc.nat(999_999), (n) => {
      expect(readScore(shownScore(n))).toBe(n)
    }),
  )
  expect([readScore('91.5'), readScore('91'), readScore('101.234'), readScore('-1'), readScore('')]).toEqual([
    9150,
    9100,
    undefined,
    undefined,
    undefined,
  ])
  expect([shownScore(9150, 1), shownScore(9105), shownScore(9100, 0)]).toEqual(['91.5', '91.05', '91'])
})
