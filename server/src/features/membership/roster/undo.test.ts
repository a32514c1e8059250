import { afterAll, expect, test } from 'vitest'
import { rebuildAll } from '../../../kit/ledger/rebuild.ts'
import { facts } from '../../../rooms.ts'
import { aUnion } from '../../../test/union.ts'
import { aMobile, aNumber, imported, problemsOf, until, workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const union = await aUnion()
const job = resumeBatches(union.building, { everyMs: 20 })
afterAll(() => job.stop())
const gulou = await union.as('gulou')
const station = '鼓楼街道工会服务站'
const base = (await gulou.ask('listTree', {})).nodes.find((n) => n.kind === 'base_single')!.name
const titles = ['姓名', '证件号码', '手机', '所属工会', '民族', '政治面貌', '会员卡号', '工作单位', '用工形式', '会籍状态', '学历']
type Line = (string | null)[]
const one = (n: number, more: Partial<Record<number, string>> = {}): Line =>
  ['石一川', aNumber(n), aMobile(n), station, '', '', '', '', '', '', ''].map((v, i) => more[i] ?? v)

// Everything an import can touch, by value; versions and moments may grow.
const tables = {
  person: `select id, name, pinyin, id_type, id_last4, encode(id_hash, 'hex'), sex, birth_on, ethnicity, education, mobile, household_type, is_migrant, residence_town, skill_level, title from people.person order by id`,
  sealed: `select person_id, field, key_id, encode(cipher, 'hex') from people.sealed_field order by 1, 2`,
  membership: `select person_id, org_id, status, card_number, joined_on, channel, floating, occupation, since from membership.membership order by 1`,
  stay: `select id, person_id, org_id, during::text from membership.stay order by 1`,
  employment: `select id, person_id, employer_id, employer_name, occupation, employment_form, employment_state, since, until from organisations.employment order by 1`,
  fact: `select fact, act_id, day, org_id, town, person_id, amount, dims from ledger.fact order by fact, act_id`,
}
const state = async () =>
  Object.fromEntries(await Promise.all(Object.entries(tables).map(async ([name, query]) => [name, (await union.owner.query(query)).rows])))

const factsAreTheirRebuild = async () => {
  const kept = (await union.owner.query(tables.fact)).rows
  const client = await union.owner.connect()
  await client.query('begin; select kit.set_region(110118)')
  await rebuildAll(client, 110118, facts)
  await client.query('commit')
  client.release()
  expect((await union.owner.query(tables.fact)).rows).toEqual(kept)
}
const undone = async (id: string) => {
  await gulou.ask('undoRoster', { params: { id }, body: {} })
  return until(gulou, id, 'undone')
}

test('an import of new, changed, moved and joining persons is counted, and undoing it leaves everything as it was', async () => {
  const mine = (await gulou.ask('listTree', {})).nodes.find((n) => n.name === station)!
  await gulou.ask('addProspect', { body: { name: '陶远川', mobile: aMobile(20), orgId: mine.id } })
  await imported(
    gulou,
    await workbook(titles, [
      one(1, { 7: '云递速运（北京）有限公司', 8: '平台灵活就业' }),
      one(2, { 5: '群众', 6: '6222021234567890128', 7: '北京小店', 8: '劳动合同' }),
      one(3),
    ]),
  )
  await factsAreTheirRebuild()
  const before = await state()

  const done = await imported(
    gulou,
    await workbook(titles, [
      one(10, { 4: '满族', 5: '共青团员', 7: '北京小店' }),
      one(1, { 7: '闪鹿外卖（北京）有限公司', 8: '平台灵活就业', 4: '回族' }),
      one(2, { 2: aMobile(99), 5: '中共党员', 7: '北京另一小店', 8: '劳动合同' }),
      one(3, { 3: base, 9: '保留会籍', 10: '本科', 5: '群众' }),
      ['陶远川', aNumber(20), aMobile(20), station, '', '', '', '', '', '', ''],
    ]),
  )
  expect(done.made).toEqual({ new: 2, update: 3, unchanged: 0, bad: 0, look: expect.any(Number) })
  const after = await state()
  expect(after.person).not.toEqual(before.person)
  expect(after.membership!.filter((m: { status: string }) => m.status === 'retained')).toHaveLength(1)
  await factsAreTheirRebuild()

  expect(await gulou.ask('getUndoReport', { params: { id: done.id } })).toEqual({ undone: 5, kept: 0, reasons: [], rows: [] })
  expect(await undone(done.id)).toMatchObject({ takenBack: { undone: 5, kept: 0 }, doneRows: 5, stepRows: 5 })
  const back = await state()
  for (const table of Object.keys(tables)) expect(back[table], table).toEqual(before[table])
  await factsAreTheirRebuild()
  await expect(gulou.ask('undoRoster', { params: { id: done.id }, body: {} })).rejects.toMatchObject({ status: 409 })
})

test('what something else has come to depend on stays, is named beforehand, and the rest is undone', async () => {
  const done = await imported(gulou, await workbook(titles, [one(31), one(32), one(33), one(34), one(35, { 2: aMobile(35) })]))
  const idOf = async (n: number) => (await gulou.ask('listMembers', { query: { q: aMobile(n) } })).rows[0]!.person.id
  const [corrected, transferred, posted] = [await idOf(31), await idOf(32), await idOf(33)]
  const page = await gulou.ask('getPerson', { params: { id: corrected } })
  await gulou.ask('correctPerson', { params: { id: corrected }, body: { version: page.version, education: '20' } })
  const other = (await gulou.ask('listReceivingUnions', {})).rows.find((u) => u.name === base)!
  await gulou.ask('askTransfer', { body: { personId: transferred, toOrgId: other.id, because: '调动' } })
  await union.owner.query(
    `insert into organisations.post (region, id, org_id, person_id, post, during) values (110118, gen_random_uuid(), $1, $2, 'union_officer', '[2026-01-01,)')`,
    [other.id, posted],
  )

  const report = await gulou.ask('getUndoReport', { params: { id: done.id } })
  expect(report).toMatchObject({ undone: 2, kept: 3 })
  expect(report.rows.map((r) => [r.row, r.person.id, r.reasons.map((x) => x.zh)])).toEqual([
    [2, corrected, ['之后又有办理或更正']],
    [3, transferred, ['之后又有办理或更正', '有会籍接转']],
    [4, posted, ['担任职务']],
  ])
  expect((await undone(done.id)).takenBack).toEqual({ undone: 2, kept: 3 })
  expect((await gulou.ask('listMembers', { query: { q: aMobile(31) } })).rows).toHaveLength(1)
  expect((await gulou.ask('listMembers', { query: { q: aMobile(34) } })).rows).toHaveLength(0)
  expect((await problemsOf(gulou, done.id, 'look')).map((p) => [p.row, p.reason.zh])).toContainEqual([4, '担任职务'])
  await factsAreTheirRebuild()
})

test('the same number may be imported again after an undoing', async () => {
  const file = await workbook(titles, [one(51)])
  await undone((await imported(gulou, file)).id)
  expect((await imported(gulou, file)).made).toMatchObject({ new: 1 })
})
