import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { makeUscc } from '@gongyou/contract/kit/uscc.ts'
import type { OrganisationSheet } from '@gongyou/contract/organisations/sheets.ts'
import { expect, test } from 'vitest'
import type { Value } from '../../../kit/sheets/sheet-plan.ts'
import { openSheet } from '../../../kit/sheets/open-sheet.ts'
import { writeSheet } from '../../../kit/sheets/write-sheet.ts'
import { aUnion, type Union } from '../../../test/union.ts'

const union = await aUnion()
const district = await union.as('zuzhi')
const gulou = await union.as('gulou')
type Officer = ReturnType<Union['visitor']>

const titles = ['上级名称', '类型', '名称', '信用代码', '镇街', '成立日期', '职工数', '女职工数', '电话', '届次', '本届起始日期', '届满日期']
const workbook = async (rows: readonly (readonly Value[])[], columns: readonly string[] = titles) => {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeSheet(out, { sheets: [{ name: '组织', columns: columns.map((title) => ({ title })), rows }] }),
  ])
  return bytes
}

const send = async (who: Officer, bytes: Buffer, plan?: string) => {
  const mark = 'b7e1c0'
  const payload = Buffer.concat([
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="file"; filename="组织.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ])
  const answer = await who.send({
    method: 'POST',
    url: '/api/organisations/sheet',
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload,
    ...(plan ? { query: { plan } } : {}),
  })
  return { status: answer.statusCode, sheet: answer.json<OrganisationSheet>(), problem: answer.json<{ code: string; detail: string }>() }
}
const bring = async (who: Officer, bytes: Buffer) => {
  const { sheet } = await send(who, bytes)
  return (await send(who, bytes, sheet.plan)).sheet
}

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-sheets-'))
const take = async (who: Officer, language = 'zh') => {
  const answer = await who.send({ method: 'GET', url: '/api/organisations/sheet', headers: { 'accept-language': language } })
  const file = path.join(folder, `${language}.xlsx`)
  writeFileSync(file, answer.rawPayload)
  const source = await openSheet(file)
  const rows = []
  for await (const batch of source.rows()) rows.push(...batch)
  await source.close()
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload,
    cells: rows.map((r) => r.cells.map((c) => c.text)),
    kinds: rows.map((r) => r.cells.map((c) => c.kind)),
  }
}
const oneNamed = async (name: string) => {
  const found = (await district.ask('listTree', {})).nodes.filter((n) => n.name === name)
  expect(found).toHaveLength(1)
  return district.ask('getOrganisation', { params: { id: found[0]!.id } })
}

test('the tree goes out parents first, and comes back without changing anything, in either language', async () => {
  for (const language of ['zh', 'en']) {
    const { bytes, cells } = await take(district, language)
    expect(cells.slice(1)).toHaveLength((await district.ask('listTree', {})).nodes.length)
    const name = cells[0]!.indexOf(language === 'zh' ? '名称' : 'Name')
    const above = new Set<string>([''])
    for (const row of cells.slice(1)) {
      expect(above.has(row[0]!.replace(/^.*\//, ''))).toBe(true)
      above.add(row[name]!)
    }
    const { sheet } = await send(district, bytes)
    expect(sheet.problems).toEqual([])
    expect(sheet.counts).toEqual({ new: 0, update: 0, bad: 0, same: cells.length - 1 })
  }
})

test('a station takes out its own part, and what it takes out stands in the audit trail', async () => {
  const { cells } = await take(gulou)
  expect(new Set(cells.slice(1).map((r) => r[cells[0]!.indexOf('镇街')]))).toEqual(new Set(['鼓楼街道']))
  const { rows } = await union.owner.query(`select actor, detail from ledger.audit where action = 'exportOrganisations' order by at desc limit 1`)
  expect(rows[0]).toMatchObject({ actor: expect.stringContaining('何秋实'), detail: { rows: cells.length - 1 } })
})

test('unions and their parents arrive in one file, in any order; the same file again changes nothing', async () => {
  const uscc = makeUscc('81', '110118', '66660001')
  const file = await workbook([
    ['北京汀兰食品有限公司工会', '工会小组', '=包装车间小组', '', '', '', '', '', '', '', '', ''],
    [
      '溪岸商圈工会联合会',
      '单独基层工会',
      '北京汀兰食品有限公司工会',
      uscc,
      '鼓楼',
      '2026年3月2日',
      '120人',
      61,
      '010-6900 0000',
      2,
      '2024-05-06',
      '2029-05-06',
    ],
    ['鼓楼街道总工会', '区域工会联合会', '溪岸商圈工会联合会', '', '', '', '', '', '', '', '', ''],
  ])
  const { sheet } = await send(gulou, file)
  expect(sheet).toMatchObject({ written: false, problems: [], counts: { new: 3, update: 0, same: 0, bad: 0 } })
  expect((await district.ask('listTree', {})).nodes.some((n) => n.name === '溪岸商圈工会联合会')).toBe(false)

  expect(await bring(gulou, file)).toMatchObject({ written: true, counts: { new: 3 } })
  const made = await oneNamed('北京汀兰食品有限公司工会')
  expect(made).toMatchObject({
    kind: 'base_single',
    uscc,
    town: 110118001,
    foundedOn: '2026-03-02',
    workersDeclared: 120,
    womenDeclared: 61,
    phone: '010-6900 0000',
    parent: { name: '溪岸商圈工会联合会' },
    terms: [{ number: 2, from: '2024-05-06', to: '2029-05-06', years: 5 }],
  })
  expect((await oneNamed('=包装车间小组')).parent?.name).toBe('北京汀兰食品有限公司工会')

  expect(await bring(gulou, file)).toMatchObject({ counts: { new: 0, update: 0, same: 3, bad: 0 } })
  expect((await oneNamed('北京汀兰食品有限公司工会')).version).toBe(made.version)
  const out = await take(gulou)
  const at = out.cells.findIndex((r) => r.includes('=包装车间小组'))
  expect(out.kinds[at]![out.cells[0]!.indexOf('名称')]).toBe('text')
})

test('the same name beneath the same parent corrects the details, and an empty cell wipes nothing out', async () => {
  const before = await oneNamed('北京汀兰食品有限公司工会')
  const sheet = await bring(
    district,
    await workbook([['溪岸商圈工会联合会', '', '北京汀兰食品有限公司工会', '', '', '', 135, '', '', 3, '', '2034-05-06']]),
  )
  expect(sheet.counts).toEqual({ new: 0, update: 1, same: 0, bad: 0 })
  expect(sheet.lines[0]!.changes.map((c) => [c.title.zh, c.was, c.now])).toEqual([
    ['职工数', '120', '135'],
    ['届次', '', '3 (2029-05-06 — 2034-05-06)'],
  ])
  const after = await oneNamed('北京汀兰食品有限公司工会')
  expect(after).toMatchObject({ id: before.id, workersDeclared: 135, womenDeclared: 61, phone: '010-6900 0000', uscc: before.uscc })
  expect(after.terms.map((t) => t.number)).toEqual([3, 2])
})

test('every bad row is named by its cell, with reason and suggestion, and only the good ones are taken', async () => {
  const { uscc } = await oneNamed('北京汀兰食品有限公司工会')
  const file = await workbook([
    ['鼓楼街道总工会', '工会小组', '站错地方小组'],
    ['鼓楼街道总', '单独基层工会', '北京错上级有限公司工会'],
    ['鼓楼街道总工会', '单独基层工会', '北京错代码有限公司工会', '81110118MC000000XX'],
    ['鼓楼街道总工会', '单独基层工会', '北京同代码有限公司工会', uscc],
    ['鼓楼街道总工会', '基层', '北京错类型有限公司工会', '', '某镇', '2026-02-30', '一百', '', '', '', '2024-01-01'],
    ['北京错类型有限公司工会', '工会小组', '跟着错的小组'],
    ['鼓楼街道总工会', '单独基层工会', '北京两行有限公司工会'],
    ['鼓楼街道总工会', '单独基层工会', '北京两行有限公司工会'],
    ['甲循环工会', '项目工会', '乙循环工会'],
    ['乙循环工会', '单独基层工会', '甲循环工会'],
    ['溪岸商圈工会联合会', '联合基层工会', '北京汀兰食品有限公司工会', '', '', '', 10, 20],
  ])
  const { sheet } = await send(gulou, file)
  const found = sheet.problems.map((p) => `${p.cell} ${p.reason.zh}`)
  expect(sheet.counts).toEqual({ new: 1, update: 0, same: 0, bad: 10 })
  expect(found).toEqual(
    expect.arrayContaining([
      'B2 不能设在镇街总工会之下',
      'A3 没有找到这个上级，或不在您的范围内',
      'D4 信用代码不对',
      'D5 已登记在“北京汀兰食品有限公司工会”名下',
      'B6 不在代码表内',
      'E6 不在代码表内',
      'F6 日期读不懂',
      'G6 应填不带小数的人数或个数',
      'J6 没有填写第几届',
      'A7 上级在第 6 行，那一行有问题',
      'C9 与第 8 行是同一个组织',
      'A10 上级又是它自己的下级',
      'A11 上级又是它自己的下级',
      'H12 女职工数大于职工数',
      'B12 登记的类型是单独基层工会',
    ]),
  )
  expect(sheet.problems.find((p) => p.cell === 'A3')!.suggestion!.zh).toBe('是不是“鼓楼街道总工会”？')
  expect(await bring(gulou, file)).toMatchObject({ written: true, counts: { new: 1, bad: 10 } })
  await oneNamed('北京两行有限公司工会')
  expect((await district.ask('listTree', {})).nodes.some((n) => n.name === '站错地方小组')).toBe(false)
})

test('what lies beyond the reach of the importer is not touched', async () => {
  const { sheet } = await send(
    gulou,
    await workbook([
      ['密云区总工会', '', '果园街道总工会', '', '', '', 9],
      ['果园街道总工会', '单独基层工会', '北京越界有限公司工会'],
    ]),
  )
  expect(sheet.counts.bad).toBe(2)
  expect(sheet.problems.map((p) => p.reason.zh)).toEqual(['这个组织不在您的范围内', '没有找到这个上级，或不在您的范围内'])
  const leader = await union.as('lingdao')
  expect((await send(leader, await workbook([]))).status).toBe(403)
  expect((await take(await union.as('jingshen'))).status).toBe(200)
  expect((await union.visitor().send({ method: 'GET', url: '/api/organisations/sheet' })).statusCode).toBe(401)
})

test('an outcome that nobody has seen is not written', async () => {
  const file = await workbook([['鼓楼街道总工会', '单独基层工会', '北京先看再写有限公司工会']])
  const { sheet } = await send(gulou, file)
  await district.ask('foundOrganisation', {
    body: { kind: 'base_single', name: '北京先看再写有限公司工会', parentId: (await oneNamed('鼓楼街道总工会')).id },
  })
  expect(await send(gulou, file, sheet.plan)).toMatchObject({ status: 409, problem: { code: 'organisations.sheet-changed' } })
})

test('a file that is no workbook, has no header or is too long is refused in a clear sentence', async () => {
  expect((await send(gulou, Buffer.from('%PDF-1.7 …'))).problem).toMatchObject({
    code: 'organisations.sheet-refused',
    detail: expect.stringContaining('.xlsx'),
  })
  expect((await send(gulou, await workbook([['a', 'b']], ['甲', '乙']))).problem.code).toBe('organisations.sheet-no-header')
  const long = await send(gulou, await workbook(Array.from({ length: 5_001 }, (_, i) => ['鼓楼街道总工会', '工会小组', `第${i}小组`])))
  expect(long).toMatchObject({ status: 422, problem: { detail: '一次最多导入 5,000 行，这个文件有 5,001 行，请分成几个文件' } })
})

test('five thousand unions are judged and written in one go', { timeout: 120_000 }, async () => {
  const file = await workbook(
    Array.from({ length: 5_000 }, (_, i) => ['鼓楼街道总工会', '单独基层工会', `北京满额${i}有限公司工会`, '', '', '2026-03-02', i]),
  )
  const start = performance.now()
  const { sheet } = await send(district, file)
  const seen = performance.now()
  expect((await send(district, file, sheet.plan)).sheet).toMatchObject({ written: true, counts: { new: 5_000, bad: 0 } })
  console.log(`5,000 rows: preview ${((seen - start) / 1000).toFixed(1)} s, import ${((performance.now() - seen) / 1000).toFixed(1)} s`)
})
