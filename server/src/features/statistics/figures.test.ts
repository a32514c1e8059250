import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type FigureDeclaration, partsOf } from '@gongyou/contract/kit/figure.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { expect, test } from 'vitest'
import { catalogue } from '../../rooms.ts'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { openSheet } from '../../kit/sheets/open-sheet.ts'
import { aUnion, region } from '../../test/union.ts'
import { statisticsTasks } from './fold-by-the-clock.ts'

const union = await aUnion({ people: 300, chapters: ['orders'] })
const office = await union.as('bangong')
const gulou = await union.as('gulou')
const to = '2026-12-31'

type Caller = typeof office
type Row = ReplyOf<Routes['listFigureRecords']>['rows'][number]

const everyRecord = async (who: Caller, code: string, part: 'of' | 'among' | 'silent' | 'reopened', query: object) => {
  const rows: Row[] = []
  for (let after: string | undefined; ;) {
    const page = await who.ask('listFigureRecords', { params: { code }, query: { ...query, part, limit: 200, ...(after ? { after } : {}) } })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}
const sum = (rows: readonly Row[]) => Math.round(rows.reduce((s, r) => s + r.amount, 0) * 100) / 100
const persons = (rows: readonly Row[]) => new Set(rows.map((r) => r.person!.id)).size

/** The number that its own list of records gives. */
const counted = async (who: Caller, f: FigureDeclaration, query: object) => {
  const of = await everyRecord(who, f.code, 'of', query)
  if (f.measure === 'persons') return { value: persons(of), rows: of.length }
  if (f.measure === 'sum' || f.measure === 'stock') return { value: sum(of), rows: of.length }
  if (!('among' in f)) return { value: of.length, rows: of.length }
  const among = (await everyRecord(who, f.code, 'among', query)).length
  const top = f.measure === 'average' ? sum(of) : of.length
  return { value: among === 0 ? null : Math.round((f.measure === 'rate' ? 100 : 1) * 100 * (top / among)) / 100, rows: among, top }
}

for (const f of catalogue.figures)
  test(`${f.name.zh}: the number is what its list of records says, everywhere and in one town`, async () => {
    for (const [who, query] of [
      [office, { to }],
      [office, { from: '2025-03-02', to: '2026-05-11' }],
      [gulou, { from: '2024-01-01', to }],
      [office, { to, town: '110118001' }],
    ] as const) {
      const figure = await who.ask('getFigure', { params: { code: f.code }, query })
      const list = await counted(who, f, query)
      expect([f.code, figure.value, figure.records]).toEqual([f.code, list.value, list.rows])
      if (figure.parts) expect(figure.parts.numerator).toBe(list.top)
    }
  })

test('counted by month beforehand, every figure says the same; what comes afterwards is counted at once', async () => {
  const periods = [{ to }, { from: '2025-03-02', to: '2026-05-11' }, { from: '2025-01-01', to: '2025-12-31' }]
  const values = () => Promise.all(periods.map((query) => office.ask('listFigureValues', { query })))
  const before = await values()
  const { rows } = await union.owner.query('select count(*)::int as n from ledger.cut where filled_at is null')
  expect(rows[0].n).toBeGreaterThan(20)
  await statisticsTasks.foldFigures!({}, { ...union.building, owner: null as never })
  expect((await union.owner.query('select count(*)::int as n from ledger.cut where filled_at is null')).rows).toEqual([{ n: 0 }])
  expect(await values()).toEqual(before)
  await union.db.write({ region, by: system, operation: 'test', request: 'test' }, async (work) => {
    work.ledger.act({
      kind: 'membership.joined',
      subject: newId(),
      day: '2025-06-01',
      person: (await work.db.selectFrom('people.person').select('id').executeTakeFirstOrThrow()).id,
      data: {},
    })
  })
  const joined = (await values()).map((v) => v.values.find((x) => x.code === 'members-joined')!.records)
  expect(joined).toEqual(before.map((v) => v.values.find((x) => x.code === 'members-joined')!.records + 1))
})

test('groups are counted like the whole, each has a name, and only what adds up adds up', async () => {
  for (const f of catalogue.figures)
    for (const by of f.by) {
      const figure = await office.ask('getFigure', { params: { code: f.code }, query: { to, by } })
      for (const g of figure.groups) expect(g.label.zh.length * g.label.en.length).toBeGreaterThan(0)
      if (figure.definition.addsUp) expect([f.code, by, figure.counted]).toEqual([f.code, by, figure.value])
      const some = figure.groups.find((g) => g.key !== null)
      if (!some || by === 'month') continue
      const one = await office.ask('getFigure', { params: { code: f.code }, query: { to, where: `${by}:${some.key}` } })
      expect([f.code, by, one.value]).toEqual([f.code, by, some.value])
    }
  // Every figure by every dimension: a busy machine needs more than the usual half minute.
}, 180_000)

test('the example tells of cases, orders and papers: their figures are not empty', async () => {
  for (const code of ['members', 'unions', 'hotline-received', 'cases-opened']) {
    const { value } = await office.ask('getFigure', { params: { code }, query: { to } })
    expect([code, value]).toEqual([code, expect.any(Number)])
    expect(value).toBeGreaterThan(0)
  }
})

test('every figure names a fact that exists, dimensions of it, and a unit that its measure allows', () => {
  const facts = new Map(catalogue.facts.map((f) => [f.code, f]))
  const free = ['month', 'town', 'org']
  expect(new Set(catalogue.figures.map((f) => f.code)).size).toBe(catalogue.figures.length)
  for (const f of catalogue.figures) {
    for (const cut of Object.values(partsOf(f))) {
      const fact = facts.get(cut.fact)
      expect([f.code, cut.fact, fact?.code]).toEqual([f.code, cut.fact, cut.fact])
      for (const name of Object.keys(cut.where ?? {})) expect([f.code, fact!.by]).toEqual([f.code, expect.arrayContaining([name])])
    }
    for (const name of f.by) expect([f.code, [...free, ...facts.get(f.of.fact)!.by]]).toEqual([f.code, expect.arrayContaining([name])])
  }
  // Every fact that is counted is in some figure: nothing is counted that cannot be seen.
  const used = new Set(catalogue.figures.flatMap((f) => Object.values(partsOf(f)).map((c) => c.fact)))
  expect(catalogue.facts.map((f) => f.code).filter((code) => !used.has(code))).toEqual([])
})

test('a part that a figure does not have, and a group that it does not know, are refused', async () => {
  await expect(office.ask('listFigureRecords', { params: { code: 'unions' }, query: { part: 'silent' } })).rejects.toMatchObject({ status: 400 })
  await expect(office.ask('getFigure', { params: { code: 'unions' }, query: { by: 'occupation' } })).rejects.toMatchObject({ status: 400 })
  await expect(office.ask('getFigure', { params: { code: 'nothing' } })).rejects.toMatchObject({ status: 404 })
})

test('a figure goes out as a workbook: number, definition, groups, and as many records as it says', async () => {
  const answer = await office.send({ method: 'GET', url: `/api/statistics/figures/members/sheet?by=town&to=${to}` })
  expect(answer.statusCode).toBe(200)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongyou-figure-')), 'figure.xlsx')
  writeFileSync(file, answer.rawPayload)
  const sheet = await openSheet(file)
  expect(sheet.sheets).toEqual(['数字与口径', '分组', '来源记录'])
  const { records } = await office.ask('getFigure', { params: { code: 'members' }, query: { to } })
  let rows = 0
  for await (const batch of sheet.rows('来源记录')) rows += batch.length
  expect(rows).toBe(records + 1)
  await sheet.close()
  const audited = await union.owner.query(`select detail from ledger.audit where action = 'exportFigure'`)
  expect(audited.rows).toMatchObject([{ detail: { figure: 'members', records } }])
})

test('whoever sees a part of the records is told how many he does not see; whoever sees all has none hidden', async () => {
  const [office, station] = [await union.as('zuzhi'), await union.as('gulou')]
  for (const code of ['members', 'members-joined', 'hotline-in-time']) {
    const asked = { params: { code }, query: { from: '2020-01-01' } }
    const [all, own] = [await office.ask('getFigure', asked), await station.ask('getFigure', asked)]
    expect([code, all.hidden]).toEqual([code, 0])
    expect([code, own.records + own.hidden]).toEqual([code, all.records])
    if (code === 'members') expect(own.hidden).toBeGreaterThan(0)
  }
})
