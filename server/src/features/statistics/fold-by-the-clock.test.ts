import { beforeEach, expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { moveClock } from '../../kit/clock.ts'
import { firstIdAt, newId } from '../../kit/ids.ts'
import { aUnion, region } from '../../test/union.ts'
import { statisticsTasks } from './fold-by-the-clock.ts'

const union = await aUnion({ people: 60 })
const given = { ...union.building, owner: null as never }
const stale = async () => (await union.owner.query<{ n: number }>('select count(*)::int as n from ledger.stale')).rows[0]!.n
const someone = (await union.owner.query<{ id: string }>('select id from people.person limit 1')).rows[0]!.id
const join = () =>
  union.db.write({ region, by: system, operation: 'test', request: 'test' }, async (work) => {
    work.ledger.act({ kind: 'membership.joined', subject: newId(), person: someone })
  })
const rushOf = async (many: number) => {
  for (let i = 0; i < many; i++) await join()
}

beforeEach(() => statisticsTasks.foldFigures!({}, given))

test('figures are not counted anew in the middle of a rush, and are as soon as it is over', async () => {
  await rushOf(25)
  const marks = await stale()
  expect(marks).toBeGreaterThanOrEqual(25)
  await statisticsTasks.foldWhenQuiet!({}, given)
  expect(await stale()).toBe(marks)
  const back = moveClock(20_000)
  await statisticsTasks.foldWhenQuiet!({}, given)
  back()
  expect(await stale()).toBe(0)
})

test('a few commands are no rush; a rush that lasts does not put it off for longer than five minutes', async () => {
  await rushOf(3)
  await statisticsTasks.foldWhenQuiet!({}, given)
  expect(await stale()).toBe(0)
  await rushOf(25)
  await union.owner.query(`insert into ledger.stale (region, id, fact, month) values ($1, $2, 'members-joined', '2026-01-01')`, [
    region,
    firstIdAt(new Date(Date.now() - 301_000)),
  ])
  await statisticsTasks.foldWhenQuiet!({}, given)
  expect(await stale()).toBe(0)
})
