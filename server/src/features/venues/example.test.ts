import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ chapters: ['venues'] })
const leader = await union.as('lingdao')
const figure = async (code: string, query: object) => (await leader.ask('getFigure', { params: { code }, query: query as never })).value

test('the example reaches the venues that were published', async () => {
  expect(await figure('venues', { to: '2023-09-30', where: 'venueKind:warm_station' })).toBe(81)
  expect(await figure('venues-opened', { from: '2023-01-01', to: '2023-12-31', where: 'venueKind:warm_station' })).toBe(92)
  expect(await figure('venues', { to: '2023-09-30', where: 'venueKind:workers_home_100plus' })).toBe(14)
  expect(await figure('venues-opened', { from: '2023-01-01', to: '2023-12-31', where: 'venueKind:workers_home_100plus' })).toBe(9)
  expect(await figure('venues', { to: '2025-12-31' })).toBe(210)
  expect(await figure('venue-hand-outs', { from: '2024-06-01', to: '2024-09-30' })).toBeGreaterThan(9_800)
})

test('the map of the example is small enough for a phone', async () => {
  const answer = await union.visitor().send({ method: 'GET', url: '/api/venues/map' })
  expect(answer.json().rows.length).toBe(212)
  expect(answer.body.length).toBeLessThan(160_000)
})

test('rebuilding the facts of venues gives what was counted act by act', async () => {
  const all = `select fact, act_id, part, day, org_id, town, person_id, amount, dims from ledger.fact where fact like 'venue%' order by 1, 2, 3`
  const kept = (await union.owner.query(all)).rows
  expect(kept.length).toBeGreaterThan(1_000)
  const { rebuildAll } = await import('../../kit/ledger/rebuild.ts')
  const { facts } = await import('../../rooms.ts')
  const client = await union.owner.connect()
  await client.query('begin; select kit.set_region(110118)')
  await rebuildAll(client, 110118, facts)
  await client.query('commit')
  client.release()
  expect((await union.owner.query(all)).rows).toEqual(kept)
})
