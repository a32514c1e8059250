import type { TableBlock } from '@gongyou/contract/reports/content.ts'
import type { Grid } from '@gongyou/contract/reports/grid.ts'
import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 600, chapters: ['claims', 'orders', 'venues'] })
const [office, head, gulou, neighbour] = [await union.as('bangong'), await union.as('zhuren'), await union.as('gulou'), await union.as('guoyuan')]
type Speaker = typeof office
const idOf = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const [district, gulouOrg, guoyuanOrg] = [await idOf('密云区总工会'), await idOf('鼓楼街道总工会'), await idOf('果园街道总工会')]
const year = { from: '2025-01-01', to: '2025-12-31' }
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const aReport = async (who: Speaker, given: object = {}) => {
  const { id } = await who.ask('draftReport', { body: { kind: 'tables', orgId: district, ...year, ...given } })
  return who.ask('getReport', { params: { id } })
}
const at = (r: { id: string }) => ({ params: { id: r.id } })
const columns: Grid['figures'] = [{ figure: 'members-joined' }, { figure: 'sessions-held' }, { figure: 'hotline-in-time' }, { figure: 'members' }]
const grid = (more: Partial<Grid> = {}): Grid => ({ title: '各单位情况', rows: 'below', figures: columns, total: true, ...more })
const laid = (who: Speaker, r: Report, given: Grid, first = 500) => who.ask('layReportTable', { ...at(r), body: { grid: given, first } })
type Laid = Awaited<ReturnType<typeof laid>>
const tables = (r: Report) => r.content.chapters.flatMap((c) => c.blocks).filter((b): b is TableBlock => b.kind === 'table' && b.grid !== undefined)

/** Each cell is what its figure says of the same question. */
const eachCellIsItsFigure = async (who: Speaker, { tokens }: Pick<Laid, 'tokens'>) => {
  expect(tokens.length).toBeGreaterThan(2)
  for (const s of tokens) {
    const query = Object.fromEntries(Object.entries(s.asked).map(([k, v]) => [k, String(v)]))
    const f = await who.ask('getFigure', { params: { code: s.figure! }, query })
    expect([s.code, s.figure, s.asked, s.value, s.records]).toEqual([s.code, s.figure, s.asked, f.value, f.records])
  }
}

test('a table by town: every cell is a number of its own, the last row is counted and not added up, and says so', async () => {
  const r = await aReport(office)
  const { block, tokens } = await laid(office, r, grid())
  const towns = (await union.owner.query(`select id from organisations.org where kind = 'town_federation'`)).rows.length
  expect(block.rows).toHaveLength(towns + 1)
  expect(block.head).toEqual(['单位', '发展会员（人）', '举办活动（场）', '热线按期答复率（%）', '会员总数（人）'])
  expect(block.rows.at(-1)![0]).toEqual(['合计'])
  await eachCellIsItsFigure(office, { tokens })
  expect(block.notes!.map((n) => n.text).join()).toMatch(/按人统计.*合计只计一次.*分子/s)
  const joined = (row: number) => {
    const p = block.rows[row]![1]![0]
    return tokens.find((s) => typeof p === 'object' && 'token' in p && s.code === p.token)?.value ?? 0
  }
  // Somebody who has joined in two towns is one person of the district.
  const sum = Array.from({ length: towns }, (_, i) => joined(i)).reduce((a, b) => a + b, 0)
  expect(joined(towns)).toBeGreaterThan(0)
  expect(joined(towns)).toBe((await office.ask('getFigure', { params: { code: 'members-joined' }, query: year })).value)
  const twice = await union.owner.query(
    `select count(*)::int as n from (select person_id from ledger.fact where fact = 'members-joined' and day between '2025-01-01' and '2025-12-31' group by 1 having count(distinct org_id) > 1) x`,
  )
  expect(sum - joined(towns)).toBeLessThanOrEqual(twice.rows[0].n)
  // A fact of somebody in two towns makes the difference.
  const { rows } = await union.owner.query(
    `insert into ledger.fact (region, fact, act_id, day, org_id, person_id, dims)
     select f.region, f.fact, gen_random_uuid(), f.day, o.id, f.person_id, f.dims from ledger.fact f, organisations.org o
      where f.fact = 'members-joined' and f.day between '2025-01-01' and '2025-12-31' and o.kind = 'town_federation'
        and not exists (select 1 from organisations.org x where x.id = f.org_id and x.path <@ o.path) order by f.act_id, o.id limit 1 returning act_id, day`,
  )
  await union.owner.query(
    `insert into ledger.stale (region, id, fact, month) select region, gen_random_uuid(), fact, date_trunc('month', day) from ledger.fact where act_id = $1`,
    [rows[0].act_id],
  )
  const again = await laid(office, r, grid({ figures: [{ figure: 'members-joined' }] }))
  const values = again.tokens.map((s) => s.value!)
  expect(values.at(-1)).toBe(joined(towns))
  expect(values.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(sum + 1)
})

test('a table by month, and of the unions of a town; columns and rows are chosen, and a cell keeps its rounding and its footnote', async () => {
  const r = await aReport(gulou, { orgId: gulouOrg })
  const months = await laid(gulou, r, grid({ rows: 'month', title: '逐月' }))
  expect(months.block.rows.map((row) => row[0])).toEqual([...Array.from({ length: 12 }, (_, i) => [`${i + 1}月`]), ['合计']])
  await eachCellIsItsFigure(gulou, months)
  const unions = await laid(gulou, r, grid({ level: 'base_single', figures: [{ figure: 'members', head: '会员' }], total: false }), 700)
  expect(unions.block.head).toEqual(['单位', '会员（人）'])
  expect(unions.block.rows.length).toBe(unions.tokens.length)
  await eachCellIsItsFigure(gulou, unions)

  const cell = unions.tokens[0]!
  const block = { ...unions.block, notes: [{ at: cell.code, text: '含下属项目部12家', source: '工会台账' }, { text: '按期末数' }] }
  const chapters = [{ title: '会员', blocks: [block] }]
  const edit = (version: number, content: Report['content'], tokens: { code: string; token: Report['tokens'][number]['token'] }[]) =>
    gulou.ask('editReport', { ...at(r), body: { version, title: r.title, content, tokens } })
  const placed = unions.tokens.map(({ code, token }) => ({ code, token }))
  const changed = placed.map((p) => (p.code === cell.code && p.token.kind === 'figure' ? { ...p, token: { ...p.token, bare: false } } : p))
  const saved = await edit(r.version, { chapters }, changed)
  expect(saved.tokens).toHaveLength(unions.tokens.length)
  expect(saved.tokens.find((s) => s.code === cell.code)!.text).toBe(`${cell.value}人`)
  expect((await gulou.ask('checkReport', at(r))).checks.filter((c) => c.weight === 'must')).toEqual([])
  // A number in a footnote has a source like every other.
  const bare = await edit(
    saved.version,
    { chapters: [{ title: '会员', blocks: [{ ...block, notes: [{ at: cell.code, text: '含下属项目部12家' }] }] }] },
    [],
  )
  expect((await gulou.ask('checkReport', at(r))).checks[0]).toMatchObject({ rule: 'typed-number', words: '12家' })
  expect(bare.state).toBe('drafted')
})

test('nobody asks for an organisation that is not beneath his own', async () => {
  const r = await aReport(gulou, { orgId: gulouOrg })
  const token = { kind: 'figure' as const, figure: 'members', org: guoyuanOrg }
  await expect(gulou.ask('tryReportToken', { ...at(r), body: { token } })).rejects.toMatchObject({ problem: { code: 'reports.place-elsewhere' } })
  await expect(laid(neighbour, r, grid())).rejects.toMatchObject({ status: 404 })
  await expect(laid(gulou, r, grid({ level: 'town_federation' }))).rejects.toMatchObject({ problem: { code: 'reports.table-empty' } })
  await expect(laid(gulou, r, grid({ figures: [{ figure: 'nothing-such' }] }))).rejects.toMatchObject({ status: 404 })
  await expect(laid(gulou, r, grid({ figures: [{ figure: 'members', where: 'colour:red' }] }))).rejects.toMatchObject({ status: 400 })
})

test('the statistical tables hold them, and every cell becomes a published number that is traced like the others', async () => {
  const r = await aReport(office)
  expect(tables(r).map((b) => b.title)).toEqual(['所属单位组织与会员情况', '所属单位服务情况', '逐月情况'])
  const submitted = await office.ask('submitReport', { ...at(r), body: { version: r.version } })
  const done = await head.ask('approveReport', { ...at(r), body: { version: submitted.version } })
  const cells = done.tokens.filter((s) => s.token.kind === 'figure' && (s.token.org || s.token.month))
  expect(cells.length).toBeGreaterThan(100)
  for (const s of cells) expect([s.code, s.claim !== null]).toEqual([s.code, true])
  const town = cells.find((s) => s.token.kind === 'figure' && s.token.org === gulouOrg && s.figure === 'members')!
  const { claim, now } = await office.ask('getClaim', { params: { id: town.claim!.id } })
  expect(claim).toMatchObject({ asked: { org: gulouOrg }, part: gulouOrg, value: town.value })
  expect(now).toMatchObject({ value: town.value, provable: true, stillTrue: true })
})

test('a year that still runs is counted until today and says so; its claims carry that window; counting anew moves it on', async () => {
  const running = { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
  const words = `（截至${Number(today.slice(5, 7))}月${Number(today.slice(8))}日）`
  const r = await aReport(office, { kind: 'speech', ...running })
  if (today.endsWith('12-31')) return
  expect(r.countedTo).toBe(today)
  expect(JSON.stringify(r.content)).toContain(`${today.slice(0, 4)}年${words}`)
  for (const s of r.tokens) expect([s.code, s.to]).toEqual([s.code, today])
  const joined = r.tokens.find((s) => s.figure === 'members-joined' && s.token.kind === 'figure' && !s.token.show)
  expect(joined?.asked).toMatchObject({ from: running.from, to: today })

  // As if it had been drafted three days ago: counted anew as a whole it comes to today, number by number it does not.
  const before = new Date(Date.parse(today) - 3 * 86_400_000).toISOString().slice(0, 10)
  const older = `（截至${Number(before.slice(5, 7))}月${Number(before.slice(8))}日）`
  await union.owner.query(
    `update reports.report set counted_to = $2, title = replace(title, $3, $4), content = replace(content::text, $3, $4)::jsonb where id = $1`,
    [r.id, before, words, older],
  )
  if (before < running.from) return
  const one = await office.ask('refreshReport', { ...at(r), body: { version: r.version, codes: [r.tokens[0]!.code] } })
  expect([one.countedTo, one.tokens[0]!.to]).toEqual([before, before])
  const all = await office.ask('refreshReport', { ...at(r), body: { version: one.version } })
  expect(all.countedTo).toBe(today)
  expect(JSON.stringify(all.content)).toContain(words)
  expect(JSON.stringify(all.content)).not.toContain(older)
  expect(new Set(all.tokens.map((s) => s.to))).toEqual(new Set([today]))
  await expect(aReport(office, { from: '2199-01-01', to: '2199-12-31' })).rejects.toMatchObject({ problem: { code: 'reports.not-begun' } })
})
