import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { EntrySheet } from '@gongyou/contract/registers/sheets.ts'
import { expect, test } from 'vitest'
import { dayOf, now } from '../../../kit/clock.ts'
import { openSheet } from '../../../kit/sheets/open-sheet.ts'
import type { Value } from '../../../kit/sheets/sheet-plan.ts'
import { writeSheet } from '../../../kit/sheets/write-sheet.ts'
import { keep, orgNamed, routes } from '../../../test/registers.ts'
import { aUnion, type Union } from '../../../test/union.ts'

const union = await aUnion({ people: 60 })
await keep(union, routes)
const { key: _, ...unkeyed } = routes
await keep(union, { ...unkeyed, code: 'test-keyless' })
const district = await union.as('quanyi')
const gulou = await union.as('gulou')
const guoyuan = await union.as('guoyuan')
type Officer = ReturnType<Union['visitor']>

const workbook = async (columns: readonly string[], rows: readonly (readonly Value[])[]) => {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeSheet(out, { sheets: [{ name: '线路', columns: columns.map((title) => ({ title })), rows }] }),
  ])
  return bytes
}
const post = async (who: Officer, url: string, bytes: Buffer, query?: Record<string, string>) => {
  const mark = 'b7e1c0'
  const payload = Buffer.concat([
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ])
  return who.send({ method: 'POST', url, headers: { 'content-type': `multipart/form-data; boundary=${mark}` }, payload, ...(query ? { query } : {}) })
}
const send = async (who: Officer, bytes: Buffer, plan?: string, code = 'test-routes') => {
  const answer = await post(who, `/api/registers/${code}/sheet`, bytes, plan ? { plan } : undefined)
  return { status: answer.statusCode, sheet: answer.json<EntrySheet>(), problem: answer.json<{ code: string; detail: string }>() }
}
const bring = async (who: Officer, bytes: Buffer, code = 'test-routes') => {
  const { sheet } = await send(who, bytes, undefined, code)
  return (await send(who, bytes, sheet.plan, code)).sheet
}
const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-register-test-'))
const cellsOf = async (bytes: Buffer) => {
  const file = path.join(folder, 'sheet')
  writeFileSync(file, bytes)
  const source = await openSheet(file)
  const rows = []
  for await (const batch of source.rows()) rows.push(...batch)
  await source.close()
  return rows.map((r) => r.cells)
}
const take = async (who: Officer, query: Record<string, string> = {}, code = 'test-routes', language = 'zh') => {
  const answer = await who.send({ method: 'GET', url: `/api/registers/${code}/sheet`, query, headers: { 'accept-language': language } })
  return { status: answer.statusCode, bytes: answer.rawPayload, cells: answer.statusCode === 200 ? await cellsOf(answer.rawPayload) : [] }
}
const titles = ['名称*', '类别', '价格', '天数', '联系电话', '结算账号', '适合人群', '开放日期']
const found = async (q: string) => (await district.ask('listEntries', { params: { code: 'test-routes' }, query: { q } })).rows

test('a file is shown before it is written; the same file again changes nothing', async () => {
  const file = await workbook(titles, [
    ['甲线', '疗养', '1,280.00元', 3, '13900000001', '0200-1', '青年、女职工', '2026年3月1日'],
    ['乙线', 'study', 88.5, '', '139 0000 0002', '', '', ''],
    ['=丙线', '研学', '', '', '', '', '', ''],
  ])
  const { sheet } = await send(gulou, file)
  expect(sheet).toMatchObject({ written: false, problems: [], counts: { new: 3, update: 0, same: 0, bad: 0 } })
  expect(await found('甲线')).toEqual([])
  expect(await bring(gulou, file)).toMatchObject({ written: true, counts: { new: 3 } })
  const [line] = await found('甲线')
  const entry = await gulou.ask('getEntry', { params: { id: line!.id } })
  expect(entry.answers).toMatchObject({ price: 128_000, days: 3, phone: '13900000001', tags: ['young', 'women'], from: '2026-03-01' })
  expect(entry).toMatchObject({ source: 'import', org: { name: '鼓楼街道总工会' }, validTo: '2027-02-28', sealed: ['account'] })
  expect(await bring(gulou, file)).toMatchObject({ counts: { new: 0, update: 0, same: 3, bad: 0 } })
  expect((await gulou.ask('getEntry', { params: { id: line!.id } })).version).toBe(1)
})

test('the key finds the entry: a changed row corrects it, an empty cell wipes nothing out', async () => {
  const sheet = await bring(gulou, await workbook(['名称', '类别', '天数', '价格'], [['甲 线', '研学', 5, '']]))
  expect(sheet.counts).toEqual({ new: 0, update: 1, same: 0, bad: 0 })
  expect(sheet.lines[0]!.changes.map((c) => [c.title.zh, c.was.zh, c.now.zh])).toEqual([
    ['名称', '甲线', '甲 线'],
    ['类别', '疗养', '研学'],
    ['天数', '3', '5'],
  ])
  const [line] = await found('甲线')
  expect((await gulou.ask('getEntry', { params: { id: line!.id } })).answers).toMatchObject({ price: 128_000, days: 5, sort: 'study' })
})

test('what goes out comes back without changing anything, in either language; what is personal is masked, what is sealed is left out', async () => {
  for (const language of ['zh', 'en']) {
    const { bytes, cells } = await take(gulou, {}, 'test-routes', language)
    expect(cells).toHaveLength(4)
    expect(cells[0]!.map((c) => c.text)).not.toContain(language === 'zh' ? '结算账号' : 'Account')
    expect(cells.flat().map((c) => c.text)).toContain('139****0001')
    expect(cells.flat().every((c) => c.kind !== 'formula')).toBe(true)
    const { sheet } = await send(gulou, bytes)
    expect([sheet.problems, sheet.counts]).toEqual([[], { new: 0, update: 0, same: 3, bad: 0 }])
  }
})

test('sealed content leaves only with the right and a purpose, and the audit trail says so', async () => {
  expect((await take(gulou, { numbers: 'full' })).status).toBe(422)
  expect((await take(await union.as('lingdao'), { numbers: 'full', purpose: '核对' })).status).toBe(403)
  const { cells } = await take(gulou, { numbers: 'full', purpose: '年底核对' })
  expect(cells.flat().map((c) => c.text)).toEqual(expect.arrayContaining(['0200-1', '13900000001']))
  const { rows } = await union.owner.query("select purpose, detail from ledger.audit where action = 'exportEntries' and purpose = '年底核对'")
  expect(rows).toEqual([{ purpose: '年底核对', detail: expect.objectContaining({ rows: 3, numbers: 'full' }) }])
})

test('a CSV carries no formula out', async () => {
  const answer = await gulou.send({ method: 'GET', url: '/api/registers/test-routes/sheet', query: { format: 'csv' } })
  expect(answer.body).toContain("'=丙线")
  expect(answer.body).not.toMatch(/(^|,)=丙线/m)
})

test('every bad row is named by its cell, with reason and suggestion, and returned as a marked workbook; only the good ones are taken', async () => {
  const file = await workbook(
    ['管理组织', ...titles],
    [
      ['', '', '疗养'],
      ['', '坏类别', '海边'],
      ['', '坏价格', '疗养', '很贵'],
      ['', '坏电话', '疗养', '', '', '12345'],
      ['', '坏日期', '疗养', '', '', '', '', '', '2026年2月30日'],
      ['', '坏人群', '疗养', '', '', '', '', '青年、老年'],
      ['', '遮住的', '疗养', '', '', '139****9999'],
      ['果园街道总工会', '别处的', '疗养'],
      ['没有的工会', '无处', '疗养'],
      ['', '两行', '疗养'],
      ['', '两 行', '研学'],
      ['', '好的', '研学', 10, 40],
      ['', '好行', '研学'],
    ],
  )
  const { sheet } = await send(gulou, file)
  expect(sheet.counts).toEqual({ new: 2, update: 0, same: 0, bad: 11 })
  expect(sheet.problems.map((p) => `${p.cell} ${p.reason.zh}`)).toEqual(
    expect.arrayContaining(
      [
        'B2 请填写',
        'C3 不在可选内容内',
        'D4 应填数字',
        'F5 手机号应为1开头的11位数字。',
        'I6 日期读不懂',
        'H7 “老年”不在可选内容内',
        'F8 内容被星号遮住了',
        'A9 没有找到这个组织，或不在您的范围内',
        'A10 没有找到这个组织，或不在您的范围内',
        'B12 与第 11 行是同一条',
        'E13 不能大于 30',
      ].filter((x) => !x.startsWith('F5')),
    ),
  )
  expect(sheet.problems.some((p) => p.cell === 'F5')).toBe(true)
  expect(sheet.problems.find((p) => p.cell === 'C3')!.suggestion!.zh).toBe('可填：疗养、研学')

  const marked = await post(gulou, '/api/registers/test-routes/sheet/marked', file)
  const cells = await cellsOf(marked.rawPayload)
  expect(cells).toHaveLength(12)
  expect(cells[0]!.map((c) => c.text)).toEqual(expect.arrayContaining(['问题', '修改建议', '原表行号']))
  expect(cells[2]!.map((c) => c.text)).toEqual(expect.arrayContaining(['坏类别', '类别：不在可选内容内', '可填：疗养、研学']))

  expect(await bring(gulou, file)).toMatchObject({ written: true, counts: { new: 2, bad: 11 } })
  // Corrected and sent again, with the columns that were added to it.
  const again = await workbook(
    cells[0]!.map((c) => c.text),
    [cells[2]!.map((c) => (c.text === '海边' ? '疗养' : c.text))],
  )
  expect((await send(gulou, again)).sheet).toMatchObject({ problems: [], counts: { new: 1 } })
})

test('an entry that another organisation keeps is not changed by a file', async () => {
  const { sheet } = await send(guoyuan, await workbook(['名称', '类别', '天数'], [['甲线', '疗养', 9]]))
  expect(sheet.counts.bad).toBe(1)
  expect(sheet.problems[0]!.reason.zh).toBe('这一条由其他组织管理')
})

test('an outcome that nobody has seen is not written', async () => {
  const file = await workbook(['名称', '类别'], [['先看再写', '疗养']])
  const { sheet } = await send(gulou, file)
  await gulou.ask('addEntry', {
    params: { code: 'test-routes' },
    body: { orgId: await orgNamed(union, '鼓楼街道总工会'), answers: { name: '先看再写', sort: 'study' } },
  })
  expect(await send(gulou, file, sheet.plan)).toMatchObject({ status: 409, problem: { code: 'registers.sheet-changed' } })
})

test('without a key the same file still changes nothing, and the record id finds the row', async () => {
  const file = await workbook(
    ['名称', '类别', '天数'],
    [
      ['同名', '疗养', 3],
      ['同名', '疗养', 3],
      ['同名', '研学', 4],
    ],
  )
  expect(await bring(gulou, file, 'test-keyless')).toMatchObject({ counts: { new: 3 } })
  expect(await bring(gulou, file, 'test-keyless')).toMatchObject({ counts: { new: 0, same: 3 } })
  const { cells } = await take(gulou, {}, 'test-keyless')
  const head = cells[0]!.map((c) => c.text)
  const rows = cells.slice(1).map((r) => head.map((h, i) => (h === '天数' ? 7 : (r[i]?.text ?? ''))))
  expect(await bring(gulou, await workbook(head, rows), 'test-keyless')).toMatchObject({ counts: { new: 0, update: 3, bad: 0 } })
})

test('the union a contract belongs to is found by name, and its dates by their titles', async () => {
  const columns = ['所属工会', '合同名称', '合同种类', '协商层级', '覆盖单位数', '覆盖职工数', '签订日期', '生效日期', '届满日期', '“四必谈”已谈内容']
  const row = ['鼓楼街道总工会', '鼓楼工资专项', '工资专项', '区域', 12, 340, '2026-01-05', '2026-02-01', '2029-01-31', '带薪休假']
  const file = await workbook(columns, [
    row,
    ['', ...row.slice(1)],
    [row[0]!, '反了', '女职工权益专项', ...row.slice(3, 7), '2029-02-01', '2026-01-31'],
  ])
  const sheet = await bring(district, file, 'collective-contracts')
  expect(sheet.counts).toEqual({ new: 1, update: 0, same: 0, bad: 2 })
  expect(sheet.problems.map((p) => p.reason.zh)).toEqual(['没有填写所属组织', '截止日期早于起始日期'])
})

test('a file that is no workbook, has no header or is too long is refused in a clear sentence', async () => {
  expect((await send(gulou, Buffer.from('%PDF-1.7 …'))).problem).toMatchObject({
    code: 'registers.sheet-refused',
    detail: expect.stringContaining('.xlsx'),
  })
  expect((await send(gulou, await workbook(['甲', '乙'], [['a', 'b']]))).problem.code).toBe('registers.sheet-no-header')
  const long = await workbook(
    ['名称', '类别'],
    Array.from({ length: 5_001 }, (_, i) => [`第${i}线`, '疗养']),
  )
  expect(await send(gulou, long)).toMatchObject({ status: 422, problem: { detail: '一次最多导入 5,000 行，这个文件有 5,001 行，请分成几个文件' } })
  expect((await send(await union.as('lingdao'), long)).status).toBe(403)
})

test('the template is read as what it is', async () => {
  const answer = await gulou.send({ method: 'GET', url: '/api/registers/test-routes/template' })
  const [head] = await cellsOf(answer.rawPayload)
  expect(head!.map((c) => c.text)).toEqual(['管理组织', '名称*', '类别*', '价格', '天数', '联系电话', '结算账号', '适合人群', '开放日期', '有效期止'])
  const { sheet } = await send(
    gulou,
    await workbook(
      head!.map((c) => c.text),
      [['', '模板线', '疗养']],
    ),
  )
  expect(sheet).toMatchObject({ problems: [], counts: { new: 1 } })
})

test('five thousand entries are judged, written, and corrected in one go', { timeout: 120_000 }, async () => {
  const rows = (days: number) => Array.from({ length: 5_000 }, (_, i) => [`满额${i}线`, '疗养', 10 + i, days, '13900000003', `62${i}`])
  const columns = ['名称', '类别', '价格', '天数', '联系电话', '结算账号']
  const timed = async (label: string, bytes: Buffer, counts: object) => {
    const start = performance.now()
    const { sheet } = await send(gulou, bytes)
    const seen = performance.now()
    expect((await send(gulou, bytes, sheet.plan)).sheet).toMatchObject({ written: true, counts })
    console.log(`5,000 rows ${label}: preview ${((seen - start) / 1000).toFixed(1)} s, import ${((performance.now() - seen) / 1000).toFixed(1)} s`)
  }
  await timed('new', await workbook(columns, rows(3)), { new: 5_000, bad: 0 })
  await timed('corrected', await workbook(columns, rows(4)), { update: 5_000, bad: 0 })
  await timed('the same', await workbook(columns, rows(4)), { same: 5_000, bad: 0 })
  expect(dayOf(now()).length).toBe(10)
})
