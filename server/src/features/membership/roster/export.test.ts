import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { rowsOf, textsOf } from '../../../kit/sheets/sheet-samples.ts'
import { aUnion } from '../../../test/union.ts'
import { aFolder, aMobile, aNumber, imported, problemsOf, workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const union = await aUnion({ people: 400 })
const job = resumeBatches(union.building, { everyMs: 20 })
afterAll(() => job.stop())
const gulou = await union.as('gulou')
const place = aFolder()
const station = '鼓楼街道工会服务站'

const exported = async (query: string, who = gulou) => {
  const answer = await who.send({ method: 'GET', url: `/api/membership/members/export?${query}` })
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  writeFileSync(place('out'), answer.rawPayload)
  return answer
}

test('the exported roster holds exactly the list, masked, and goes into the audit with purpose and number', async () => {
  await exported('purpose=report')
  const [head, ...rows] = await textsOf(place('out'))
  const { count } = await gulou.ask('countMembers', { query: {} })
  expect(rows).toHaveLength(count)
  expect(head!.slice(0, 3)).toEqual(['姓名', '证件类型', '证件号码'])
  expect(rows.every((r) => r[2] === '' || /^\*{14}.{4}$/.test(r[2]!))).toBe(true)
  const line = await union.owner.query(`select purpose, detail from ledger.audit where action = 'exportMembers' order by at desc limit 1`)
  expect(line.rows[0]).toMatchObject({ purpose: 'report', detail: { rows: count, numbers: 'masked' } })
})

test('filters of the list are filters of the export; another town’s members are in neither', async () => {
  await exported('purpose=report&occupation=courier&numbers=full')
  const [, ...rows] = await textsOf(place('out'))
  const list = await gulou.ask('listMembers', { query: { occupation: 'courier', limit: 200 } })
  expect(rows.map((r) => r[0]).sort()).toEqual(list.rows.map((m) => m.person.name).sort())
  const guoyuan = await union.as('guoyuan')
  await exported('purpose=report', guoyuan)
  expect((await textsOf(place('out'))).slice(1).some((r) => r[10] === station)).toBe(false)
})

test('full numbers need the right to see them; a purpose must be told', async () => {
  expect((await gulou.send({ method: 'GET', url: '/api/membership/members/export' })).statusCode).toBe(400)
  await union.owner.query(
    `update organisations.post set post = 'union_officer' where person_id = (select person_id from accounts.account where login = 'shegong')`,
  )
  const officer = await union.as('shegong')
  expect((await officer.send({ method: 'GET', url: '/api/membership/members/export?purpose=report&numbers=full' })).statusCode).toBe(403)
})

test('what was exported and is imported again changes nothing', async () => {
  await imported(
    gulou,
    await workbook(
      ['姓名', '证件号码', '手机', '所属工会', '政治面貌', '会员卡号', '是否农民工', '现居住地', '技能等级', '职称', '职业', '会籍状态', '民族'],
      [['石一川', aNumber(1), aMobile(1), station, '群众', '6222021234567890128', '是', '鼓楼街道', '高级技师', '副高', '车工', '保留', '98']],
    ),
  )
  for (const format of ['xlsx', 'csv']) {
    await exported(`purpose=verification&numbers=full&format=${format}`)
    const { readFileSync } = await import('node:fs')
    const batch = await imported(gulou, readFileSync(place('out')), { name: `out.${format}` })
    const told = await problemsOf(gulou, batch.id)
    expect(told.map((p) => [p.cell, p.reason.zh, p.shown])).toEqual([])
    expect(batch.found, format).toMatchObject({ new: 0, update: 0, bad: 0, unchanged: batch.totalRows })
    expect(batch.totalRows).toBeGreaterThan(5)
  }
})

test('text that looks like a formula stays text on its way out', async () => {
  await imported(
    gulou,
    await workbook(
      ['姓名', '证件号码', '所属工会', '工作单位'],
      [
        ['石二川', aNumber(2), station, '=HYPERLINK("http://x","y")'],
        ['石三川', aNumber(3), station, '+cmd|calc'],
      ],
    ),
  )
  await exported('purpose=archive&q=' + encodeURIComponent('石二川'))
  const cell = (await rowsOf(place('out')))[1]!.cells[9]
  expect(cell).toMatchObject({ kind: 'text', text: '=HYPERLINK("http://x","y")' })
  const csv = await exported('purpose=archive&format=csv&q=' + encodeURIComponent('石三川'))
  expect(csv.body).toContain("'+cmd|calc")
})
