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
  ['orders of two five-year periods', ['S2-28', 'S3-33']],
  ['cases: nearly ten thousand in five years, 4300 in another five, 200 in one year', ['S2-16', 'S3-31']],
  ['cases of one year among those of five', ['S1-8', 'S1-9', 'S2-16']],
  ['money recovered', ['S2-17', 'S3-32']],
  ['consultations of five years and of another five', ['S2-15', 'S3-30']],
  ['consultations of one year and of five', ['S1-11', 'S2-15']],
  ['titles: thirty in the first selection, sixty in five years', ['S0-5', 'S2-10', 'S2-11']],
  ['contests: a hundred in one year, thirty in five', ['S3-18', 'S2-8']],
  ['contests: 13 and 10 in single years, 30 in five', ['S1-22', 'S0-3', 'S2-8']],
  ['who took part in contests: persons and attendances', ['S0-4', 'S2-9']],
  ['who took part in contests: 50,000 each year and 10,000 in the next', ['S3-13', 'S1-23']],
  ['sales of one year and of five', ['S1-31', 'S2-24']],
  ['income: 40 million in one year, 8.8 million in five', ['S1-34', 'S2-23']],
  ['ticket income of one year in tourism income of five', ['S1-33', 'S2-23']],
  ['warm stations: 81 standing, 92 newly built', ['S4-12', 'S1-40']],
  ['homes of a hundred and more: 14 standing, 9 new', ['S4-10', 'S1-38']],
  ['studios: 15, then 8 and 10, in all 48', ['S3-19', 'S3-20', 'S1-24', 'S0-6', 'S2-14']],
  ['a rate of 100 % without its denominator', ['S2-29']],
  ['another', ['S3-34']],
  ['and one of call backs', ['S4-26']],
] as const)('found: %s', (_, ids) => {
  expect(found(...ids).map((f) => f.rule)).not.toEqual([])
  for (const f of found(...ids)) expect(f.reasons.length).toBeGreaterThan(0)
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
