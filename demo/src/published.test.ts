import { type Comparable, contradictionsIn } from '../../contract/src/statistics/contradictions.ts'
import { readPhrase } from '../../contract/src/kit/phrase.ts'
import { units } from '../../contract/src/kit/units.ts'
import { expect, test } from 'vitest'
import { articles, printed } from './published.ts'
import { claimedOf, comparables } from './claims.ts'

const findings = contradictionsIn(comparables)
/** Whether some finding names all of these claims. */
const found = (...ids: string[]) => findings.filter((f) => ids.every((id) => f.claims.some((c) => c.split('+').includes(id))))

test('all 164 printed figures are there, each with a unit, a wording and a period', () => {
  expect(printed).toHaveLength(164)
  expect(new Set(printed.map((p) => p[0])).size).toBe(164)
  for (const [id, from, to, wording, , , unit] of printed) {
    expect(Object.keys(articles)).toContain(id.slice(0, 2))
    expect(Object.keys(units)).toContain(unit)
    expect(wording.length).toBeGreaterThan(1)
    if (from !== null) expect([id, from <= to]).toEqual([id, true])
  }
})

test('the mark of a printed figure says the same as its wording, wherever the wording begins with the number', () => {
  let read = 0
  for (const p of printed.filter((x) => x[12] !== 'N')) {
    const at = /(近|超过|超)?[\d.]+(余|多)?万?(余|多)?/.exec(p[3])?.[0]
    if (!at || !['+', '~'].includes(p[5])) continue
    const said = readPhrase(at)
    if (said?.base !== p[4]) continue
    read++
    expect([p[0], said.qualifier === '近' ? '~' : '+']).toEqual([p[0], p[5]])
    expect([p[0], claimedOf(p).low >= said.low]).toEqual([p[0], true])
  }
  expect(read).toBeGreaterThan(30)
})

test.each([
  ['orders of two five-year periods', ['S2-28', 'S3-33'], ['window']],
  ['cases: nearly ten thousand in five years, 4300 in another five, 200 in one year', ['S2-16', 'S3-31'], ['scope', 'window']],
  ['cases of one year among those of five', ['S1-8', 'S1-9', 'S2-16'], ['scope', 'window']],
  ['money recovered', ['S2-17', 'S3-32'], ['scope', 'window']],
  ['consultations of five years and of another five', ['S2-15', 'S3-30'], ['definition', 'window']],
  ['consultations of one year and of five', ['S1-11', 'S2-15'], ['definition', 'window']],
  ['titles: thirty in the first selection, sixty in five years', ['S0-5', 'S2-10', 'S2-11'], ['definition', 'window']],
  ['contests: a hundred in one year, thirty in five', ['S3-18', 'S2-8'], ['window']],
  ['contests: 13 and 10 in single years, 30 in five', ['S1-22', 'S0-3', 'S2-8'], ['window']],
  ['who took part in contests: persons and attendances', ['S0-4', 'S2-9'], ['unit', 'window']],
  ['who took part in contests: 50,000 each year and 10,000 in the next', ['S3-13', 'S1-23'], ['definition', 'window']],
  ['sales of one year and of five', ['S1-31', 'S2-24'], ['window']],
  ['income: 40 million in one year, 8.8 million in five', ['S1-34', 'S2-23'], ['scope', 'window']],
  ['ticket income of one year in tourism income of five', ['S1-33', 'S2-23'], ['scope', 'window']],
  ['warm stations: 81 standing, 92 newly built', ['S4-12', 'S1-40'], ['stock', 'window']],
  ['homes of a hundred and more: 14 standing, 9 new', ['S4-10', 'S1-38'], ['stock', 'window']],
  ['studios: 15, then 8 and 10, in all 48', ['S3-19', 'S3-20', 'S1-24', 'S0-6', 'S2-14'], ['definition', 'window']],
  ['a rate of 100 % without its denominator', ['S2-29'], ['denominator']],
  ['another', ['S3-34'], ['denominator']],
  ['and one of call backs', ['S4-26'], ['denominator']],
] as const)('found, and explained: %s', (_, ids, why) => {
  expect(found(...ids).map((f) => f.rule)).not.toEqual([])
  expect(found(...ids).some((f) => why.every((reason) => f.reasons.includes(reason)))).toBe(true)
})

test('what goes together is left in peace: members of nine months, of the year, of five years', () => {
  expect(found('S4-5', 'S1-44').filter((f) => f.weight === 'impossible')).toEqual([])
  expect(found('S1-44', 'S2-30').filter((f) => f.weight === 'impossible')).toEqual([])
  expect(found('S4-6', 'S1-42').filter((f) => f.weight === 'impossible')).toEqual([])
})

test('what explains it is named: scope for income, unit for persons and attendances, window for five-year periods', () => {
  expect(found('S1-34', 'S2-23')[0]).toMatchObject({ weight: 'impossible', reasons: expect.arrayContaining(['scope', 'window']) })
  expect(found('S0-4', 'S2-9')[0]).toMatchObject({ reasons: expect.arrayContaining(['unit']) })
  expect(found('S2-16', 'S3-31')[0]).toMatchObject({ reasons: expect.arrayContaining(['scope', 'window']) })
})

const claim = (id: string, text: string, from: string | null, to: string): Comparable => ({
  id,
  topic: 'x',
  part: null,
  wording: text,
  claimed: readPhrase(text)!,
  unit: 'sessions',
  from,
  to,
  scope: '',
  definition: '',
})

test('equal claims of one period never contradict each other; different ones always do', () => {
  const at = (id: string, text: string) => claim(id, text, '2024-01-01', '2024-12-31')
  expect(contradictionsIn([at('a', '30'), at('b', '30余'), at('c', '近40')]).map((f) => f.rule)).toEqual(['differs', 'differs'])
  expect(contradictionsIn([at('a', '38'), at('b', '近40')])).toEqual([])
  expect(contradictionsIn([at('a', '30'), claim('b', '31', '2023-01-01', '2023-12-31')])).toEqual([])
})

const counted = (
  id: string,
  figure: string,
  where: string | null,
  value: number,
  from: string | null,
  to: string,
  more: Partial<Comparable> = {},
): Comparable => ({
  ...claim(id, String(value), from, to),
  topic: figure,
  part: where,
  unit: 'places',
  wording: `${figure}${value}`,
  definition: '口径',
  counted: true,
  ...more,
})
const year = ['2023-01-01', '2023-12-31'] as const
const withPrinted = (...live: Comparable[]) => contradictionsIn([...comparables, ...live])
const between = (list: readonly { claims: readonly string[]; rule: string; weight: string }[], a: string, b: string) =>
  list.filter((f) => [a, b].every((id) => f.claims.some((c) => c.split('+').includes(id)))).map((f) => [f.rule, f.weight])

test('what is counted of a place is held against what was printed of it, whatever either was called', () => {
  const found = withPrinted(
    counted('opened', 'venues-opened', 'venueKind:warm_station', 88, ...year),
    counted('standing', 'venues', 'venueKind:warm_station', 80, null, '2023-09-30'),
    counted('homes', 'venues-opened', 'venueKind:workers_home_100plus', 9, ...year),
    counted('all', 'venues', null, 150, null, '2025-12-31'),
    counted('studios', 'entries-added', 'register:studios', 9, '2024-01-01', '2024-12-31', { unit: 'items' }),
    counted('classes', 'mobile-class-sessions', null, 70, '2024-01-01', '2024-12-31', { unit: 'sessions' }),
    counted('narrow', 'sessions-held', 'kind:mobile-class', 71, '2024-01-01', '2024-12-31', { unit: 'sessions' }),
  )
  expect(between(found, 'opened', 'S1-40')).toContainEqual(['differs', 'impossible'])
  expect(between(found, 'standing', 'S4-12')).toContainEqual(['differs', 'impossible'])
  expect(between(found, 'homes', 'S1-38').filter(([, weight]) => weight !== 'notice')).toEqual([])
  expect(between(found, 'all', 'S2-18')).toContainEqual(['differs', 'impossible'])
  expect(between(found, 'classes', 'S0-13')).toContainEqual(['differs', 'impossible'])
  expect(between(found, 'classes', 'narrow')).toContainEqual(['differs', 'impossible'])
})

test('a town is part of the district; towns are not held against each other', () => {
  const town = (id: string, n: number, value: number) =>
    counted(id, 'venues-opened', `0000000${n}-0000-4000-8000-000000000000 venueKind:warm_station`, value, ...year)
  const found = withPrinted(town('a', 1, 120), town('b', 2, 3))
  expect(between(found, 'a', 'S1-40')).toContainEqual(['part-exceeds', 'impossible'])
  expect(between(found, 'b', 'S1-40')).toEqual([])
  expect(between(found, 'a', 'b')).toEqual([])
})

test('a comparison is held against the numbers it rests on, and against its like', () => {
  const of = (id: string, value: number, y: number) => counted(id, 'venues-opened', null, value, `${y}-01-01`, `${y}-12-31`)
  const change = (id: string, now: number, before: number): Comparable => ({
    ...of(id, now - before, 2031),
    measure: 'change',
    sides: [
      { side: 'now', value: now, from: '2031-01-01', to: '2031-12-31' },
      { side: 'before', value: before, from: '2030-01-01', to: '2030-12-31' },
    ],
  })
  const rules = (...list: Comparable[]) => contradictionsIn(list).map((f) => [f.rule, f.claims])
  expect(rules(of('n', 30, 2031), of('p', 24, 2030), change('c', 30, 24))).toEqual([])
  // Last year 22 were published: nobody said 24 aloud, and yet it is said.
  expect(rules(of('n', 30, 2031), of('p', 22, 2030), change('c', 30, 24))).toEqual([
    ['differs', ['p', 'c']],
    ['arithmetic', ['n', 'p', 'c']],
  ])
  expect(rules(change('c', 30, 24), change('d', 31, 24))).toContainEqual(['differs', ['c', 'd']])
  // Five more are not compared with a number of five.
  expect(rules(of('n', 30, 2031), change('c', 30, 25))).toEqual([])
})
