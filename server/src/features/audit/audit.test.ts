import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeEach, afterEach, expect, test } from 'vitest'
import { moveClock } from '../../kit/clock.ts'
import { ownerPool } from '../../kit/db/pool.ts'
import type { Tables } from '../../kit/db/tables.ts'
import { aUnion, region } from '../../test/union.ts'
import { seal } from './seal.ts'

const union = await aUnion({ people: 50 })
const pool = ownerPool(union.url)
const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
afterAll(() => owner.destroy())
const auditor = await union.as('jingshen')

const minutesPass = (n: number) => undo.push(moveClock(n * 60_000))
const undo: (() => void)[] = []
// Each test seals what the one before left, three minutes later.
beforeEach(() => void minutesPass(3))
afterEach(async () => void (await owner.deleteFrom('ledger.audit_seal').execute()))
const sealed = async () => {
  await union.as('gulou')
  minutesPass(3)
  expect(await seal(owner, region)).toBeGreaterThan(0)
  await union.as('zuzhi')
  minutesPass(3)
  await seal(owner, region)
}
const check = () => auditor.ask('verifyAudit', {})
const tamper = (text: string) => union.owner.query(text)

test('lines that have rested are sealed once, in a chain that holds', async () => {
  await sealed()
  expect(await seal(owner, region)).toBe(0)
  const found = await check()
  expect(found).toMatchObject({ whole: true, seals: 2, broken: null })
  expect(found.head).toMatch(/^[0-9a-f]{64}$/)
  const { rows } = await union.owner.query('select count(*)::int as n from ledger.audit')
  expect(found.lines + found.waiting).toBe(rows[0].n)
})

test('the sealing waits for a transaction that is still writing', async () => {
  const client = await union.db.pool.connect()
  await client.query(`begin; select kit.set_region(${region})`)
  undo.splice(0).forEach((back) => back())
  await union.as('gulou')
  minutesPass(5)
  await seal(owner, region)
  const last = await owner.selectFrom('ledger.audit_seal').select('until').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const { rows } = await client.query('select now() as began')
  await client.query('rollback')
  client.release()
  expect(last === undefined || last.until < rows[0].began).toBe(true)
})

const middle = `(select id from ledger.audit where at <= (select max(until) from ledger.audit_seal) order by at, id limit 1 offset 3)`
const changes: [string, string, RegExp][] = [
  ['a changed line', `update ledger.audit set actor = '别人' where id = ${middle}`, /改动/],
  ['a changed detail', `update ledger.audit set detail = '{"x": 1}' where id = ${middle}`, /改动/],
  ['a removed line', `delete from ledger.audit where id = ${middle}`, /少了 1/],
  [
    'an inserted line',
    `insert into ledger.audit select region, gen_random_uuid(), at, actor_id, actor, action, subject_id, person_id, purpose, request, detail from ledger.audit where id = ${middle}`,
    /多了 1/,
  ],
  ['a changed seal', `update ledger.audit_seal set digest = sha256('x') where number = 1`, /改动/],
  ['a removed seal', `delete from ledger.audit_seal where number = 1`, /缺少/],
]
for (const [what, text, says] of changes)
  test(`${what} is found, and the seal that breaks is named`, async () => {
    await sealed()
    await tamper(text)
    expect(await check()).toMatchObject({ whole: false, broken: { seal: what === 'a removed seal' ? 2 : 1, says: expect.stringMatching(says) } })
  })

test('the application itself can neither change nor remove an act, an audit line or a seal', async () => {
  for (const table of ['ledger.act', 'ledger.audit', 'ledger.audit_seal'])
    for (const text of [`update ${table} set region = region`, `delete from ${table}`, `truncate ${table}`])
      await expect(union.db.pool.query(text)).rejects.toMatchObject({ code: '42501' })
})

test('the trail is read by person, actor, action and day, page by page, with names', async () => {
  const first = await auditor.ask('listAudit', { query: { limit: 5 } })
  expect(first.rows).toHaveLength(5)
  const second = await auditor.ask('listAudit', { query: { limit: 5, after: first.next! } })
  expect(second.rows.map((r) => r.id)).not.toContain(first.rows[4]!.id)
  expect(second.rows[0]!.at <= first.rows[4]!.at).toBe(true)
  const { rows } = await union.owner.query("select id from people.person where name = '何秋实'")
  await union
    .visitor()
    .ask('signIn', { body: { login: 'gulou', password: 'not this one' } })
    .catch(() => {})
  const failed = await auditor.ask('listAudit', { query: { person: rows[0].id, action: 'signIn.failed' } })
  expect(failed.rows[0]).toMatchObject({ person: { name: '何秋实' }, actionName: { zh: '登录失败' } })
  const today = failed.rows[0]!.at.slice(0, 10)
  expect((await auditor.ask('listAudit', { query: { action: 'signIn.failed', to: '2020-01-01' } })).rows).toEqual([])
  expect((await auditor.ask('listAudit', { query: { action: 'signIn.failed', from: today } })).rows.length).toBeGreaterThan(0)
})

test('without the right nobody reads or checks the trail', async () => {
  const station = await union.as('gulou')
  await expect(station.ask('listAudit', {})).rejects.toMatchObject({ status: 403 })
  await expect(station.ask('verifyAudit', {})).rejects.toMatchObject({ status: 403 })
  await expect(union.visitor().ask('listAudit', {})).rejects.toMatchObject({ status: 401 })
})
