import { towns } from '@gongyou/contract/codes/towns.ts'
import { bigFigures, tiles } from '@gongyou/contract/statistics/tiles.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 300, chapters: ['orders'] })
const leader = await union.as('lingdao')
const station = await union.as('gulou')
const year = `${new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()}-01-01`

test('every number of the cockpit is the figure it leads to', async () => {
  const seen = await leader.ask('getCockpit', { query: {} })
  expect(seen.big.map((b) => b.code)).toEqual([...bigFigures])
  for (const b of seen.big) {
    const f = await leader.ask('getFigure', { params: { code: b.code }, query: { from: year, by: 'town' } })
    expect([b.code, b.value, b.lastYear]).toEqual([b.code, f.value, f.lastYear])
    if (b.code !== 'members-joined') continue
    const byTown = new Map(f.groups.map((g) => [g.key, g.value]))
    for (const town of seen.towns) expect([town.town, town.value]).toEqual([town.town, byTown.get(town.town) ?? 0])
  }
  for (const c of seen.changes) {
    const f = await leader.ask('getFigure', { params: { code: c.code }, query: { from: c.from } })
    expect([c.code, c.now]).toEqual([c.code, f.value])
  }
  expect((await leader.ask('getCockpit', { query: { figure: 'members' } })).towns.some((x) => x.value > 0)).toBe(true)
})

test('what is red is what is late and lies within reach', async () => {
  const before = (await leader.ask('getCockpit', { query: {} })).red.overdue
  await union.owner.query(`update clocks.clock set due_at = now() - interval '1 hour' where stopped_at is null and paused_at is null`)
  const { rows } = await union.owner.query<{ n: number }>(
    'select count(*)::int as n from clocks.clock where stopped_at is null and paused_at is null',
  )
  const whole = (await leader.ask('getCockpit', { query: {} })).red
  expect(whole.overdue).toBe(rows[0]!.n)
  expect(whole.overdue).toBeGreaterThan(before)
  expect((await station.ask('getCockpit', { query: {} })).red.overdue).toBeLessThan(whole.overdue)
  await expect((await union.visitor()).ask('getCockpit', { query: {} })).rejects.toMatchObject({ status: 401 })
})

test('every town with land stands on the map, and no two on one place', () => {
  expect(Object.keys(tiles).toSorted()).toEqual(towns.map((town) => town.code).filter((code) => code !== '110118400'))
  expect(new Set(Object.values(tiles).map(String)).size).toBe(Object.keys(tiles).length)
})
