import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { foreignParts, zipTo } from '../../../kit/sheets/sheet-samples.ts'
import { aUnion } from '../../../test/union.ts'
import { aFolder, aMobile, aNumber, checked, imported, problemsOf, upload, workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const union = await aUnion()
const job = resumeBatches(union.building, { everyMs: 20 })
afterAll(() => job.stop())
const gulou = await union.as('gulou')
const station = '鼓楼街道工会服务站'
const place = aFolder()
const titles = ['姓名', '身份证号', '手机号', '所属工会']

test.each([
  ['an empty file', Buffer.alloc(0), /空/],
  ['a program renamed', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(500)]), /不是表格/],
  ['a text without a table', Buffer.from('只有一句话'), /表头/],
  ['a compound file with a password', passwordFile(), /取消密码/],
])('%s is refused with a sentence that says what to do', async (_, bytes, says) => {
  await expect(upload(gulou, bytes)).rejects.toMatchObject({ status: 422, problem: { detail: expect.stringMatching(says) } })
})

test('a workbook that broke off on the way is refused, and English speakers are told in English', async () => {
  const whole = await workbook(titles, [['石一川', aNumber(1), aMobile(1), station]])
  await expect(upload(gulou, whole.subarray(0, whole.length - 200), 'x.xlsx', 'en')).rejects.toMatchObject({
    status: 422,
    problem: { code: 'roster.file-refused', detail: expect.stringContaining('incomplete') },
  })
})

test('a file past the limit is refused as too large', async () => {
  await expect(upload(gulou, Buffer.alloc(105_000_000, 44))).rejects.toMatchObject({ status: 413 })
})

test('a CSV in GBK with Chinese titles is read', async () => {
  const text = Buffer.from(`姓名,身份证号,手机号,所属工会\r\n石一川,${aNumber(2)},${aMobile(2)},鼓楼街道工会服务站\r\n`)
  const done = await imported(gulou, gbk(text.toString()), { name: '名册.csv' })
  expect(done).toMatchObject({ format: 'csv', made: { new: 1, bad: 0 } })
  expect((await gulou.ask('listMembers', { query: { q: aMobile(2) } })).rows[0]).toMatchObject({ person: { name: '石一川' } })
})

test('an identity number kept as a number is already rounded and is refused, whatever it looks like', async () => {
  const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号码</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>石一川</t></is></c><c r="B2"><v>${aNumber(3).replace('X', '0')}</v></c></row></sheetData>`
  await zipTo(place('rounded.xlsx'), foreignParts(sheet))
  const mine = (await gulou.ask('listTree', {})).nodes.find((n) => n.name === station)!
  const batch = await checked(gulou, readFileSync(place('rounded.xlsx')), { defaultOrgId: mine.id })
  expect((await problemsOf(gulou, batch.id)).map((p) => [p.cell, p.reason.zh])).toEqual([['B2', '号码已被表格软件四舍五入，后几位已丢失']])
})

test('a header of two rows under a title line is found, and its groups do not hide the titles', async () => {
  const t = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = `<sheetData><row r="1">${t('A1', '2026年鼓楼街道会员登记表')}</row><row r="2">${t('A2', '填报单位：鼓楼街道')}</row>
    <row r="3">${t('A3', '序号')}${t('B3', '基本信息')}${t('D3', '联系电话')}${t('E3', '所属工会')}</row><row r="4">${t('B4', '姓名')}${t('C4', '身份证号')}</row>
    <row r="5">${t('A5', '1')}${t('B5', '石一川')}${t('C5', aNumber(4))}${t('D5', aMobile(4))}${t('E5', station)}</row></sheetData>
    <mergeCells count="5"><mergeCell ref="A1:E1"/><mergeCell ref="B3:C3"/><mergeCell ref="A3:A4"/><mergeCell ref="D3:D4"/><mergeCell ref="E3:E4"/></mergeCells>`
  await zipTo(place('merged.xlsx'), foreignParts(sheet))
  const batch = await upload(gulou, readFileSync(place('merged.xlsx')))
  expect(batch).toMatchObject({ headerRow: 4, totalRows: 1, mapping: { 1: 'name', 2: 'idNumber', 3: 'mobile', 4: 'union' } })
  expect(batch.columns.map((c) => c.title)).toEqual(['序号', '基本信息/姓名', '基本信息/身份证号', '联系电话', '所属工会'])
})

test('a mapping that was changed is remembered for files with the same titles', async () => {
  const odd = ['本人', '号', '工会所在']
  const file = await workbook(['姓名', ...odd], [['石一川', '石', aNumber(5), station]])
  const first = await upload(gulou, file)
  expect(first.mapping).toEqual({ 0: 'name' })
  await expect(gulou.ask('checkRoster', { params: { id: first.id }, body: { mapping: first.mapping } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'roster.columns-missing' },
  })
  await expect(
    gulou.ask('checkRoster', { params: { id: first.id }, body: { mapping: { 0: 'name', 1: 'name', 2: 'idNumber' } } }),
  ).rejects.toMatchObject({ problem: { code: 'roster.column-twice' } })
  await gulou.ask('checkRoster', { params: { id: first.id }, body: { mapping: { 0: 'name', 2: 'idNumber', 3: 'union' } } })
  expect((await upload(gulou, file)).mapping).toEqual({ 0: 'name', 2: 'idNumber', 3: 'union' })
})

test('without the right nothing is taken, shown or handed out; another officer’s roster does not exist', async () => {
  const leader = await union.as('lingdao')
  const file = await workbook(titles, [['石一川', aNumber(6), aMobile(6), station]])
  await expect(upload(leader, file)).rejects.toMatchObject({ status: 403 })
  await expect(leader.ask('listRosters', {})).rejects.toMatchObject({ status: 403 })
  expect((await leader.send({ method: 'GET', url: '/api/membership/members/export?purpose=report' })).statusCode).toBe(403)
  expect((await union.visitor().send({ method: 'GET', url: '/api/membership/rosters' })).statusCode).toBe(401)
  const { id } = await upload(gulou, file)
  const guoyuan = await union.as('guoyuan')
  await expect(guoyuan.ask('getRoster', { params: { id } })).rejects.toMatchObject({ status: 404 })
  await expect(guoyuan.ask('commitRoster', { params: { id }, body: {} })).rejects.toMatchObject({ status: 404 })
  await gulou.ask('discardRoster', { params: { id }, body: {} })
  await expect(gulou.ask('commitRoster', { params: { id }, body: {} })).rejects.toMatchObject({ status: 409, problem: { code: 'roster.wrong-step' } })
})

test('the empty roster has every column, and a second sheet says what each takes', async () => {
  const answer = await gulou.send({ method: 'GET', url: '/api/membership/rosters/template' })
  const { writeFileSync } = await import('node:fs')
  const { textsOf } = await import('../../../kit/sheets/sheet-samples.ts')
  writeFileSync(place('template.xlsx'), answer.rawPayload)
  expect((await textsOf(place('template.xlsx')))[0]).toHaveLength(23)
  expect((await textsOf(place('template.xlsx'), '填写说明')).find((r) => r[0]?.startsWith('姓名'))?.[0]).toBe('姓名（必填）')
})

// TextEncoder writes UTF-8 only, so the test turns its few characters round by what TextDecoder reads.
function gbk(text: string) {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, Buffer>()
  for (let a = 0x81; a < 0xff; a++)
    for (let b = 0x40; b < 0xff; b++)
      if (b !== 0x7f) {
        const two = Buffer.from([a, b])
        const char = decoder.decode(two)
        if (char.length === 1 && !table.has(char)) table.set(char, two)
      }
  return Buffer.concat([...text].map((c) => (c < '\x80' ? Buffer.from(c) : table.get(c)!)))
}

// What Excel writes for a workbook with a password begins so and names its content in UTF-16.
function passwordFile() {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from('EncryptedPackage', 'utf16le')])
}
