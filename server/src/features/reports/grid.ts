import { codeOf, type Line, type TableBlock } from '@gongyou/contract/reports/content.ts'
import { type Grid, gridLimits, gridNotes, monthsOf } from '@gongyou/contract/reports/grid.ts'
import type { FigureToken } from '@gongyou/contract/reports/token.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { findOrg } from '../organisations/index.ts'
import { type Catalogue, figuresOf } from '../statistics/index.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { Said } from './rows.ts'

/** A table before it is counted: words and questions. */
export type LaidGrid = {
  readonly grid: Grid
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | FigureToken)[])[]
  readonly notes: readonly string[]
}

/** Kinds that report nothing of their own. */
const silent = ['women_committee', 'union_group', 'partner_bureau', 'linked_party']

/** Organisations beneath the one that reports, as they were in its period: of one kind, or the nearest. */
const below = async (look: Look, scope: Scope, level: string | undefined) => {
  const { from, to } = scope.period
  const { rows } = await sql<{ id: string; name: string; kind: string; near: boolean }>`
    select o.id, coalesce(o.short_name, o.name) as name, o.kind, o.parent_id = p.id as near
      from organisations.org p join organisations.org o on o.region = p.region and o.path <@ p.path and o.id <> p.id
     where p.region = ${look.region} and p.id = ${scope.orgId} and (o.dissolved_on is null or o.dissolved_on >= ${from})
       and (o.founded_on is null or o.founded_on <= ${to}) and o.kind <> all(${silent}::text[])
     order by o.town nulls last, o.name, o.id`.execute(look.raw)
  if (level) return rows.filter((r) => r.kind === level)
  const near = rows.filter((r) => r.near)
  // Beneath a district stand its towns; what is affiliated to it directly is in the total.
  const towns = near.filter((r) => r.kind === 'town_federation')
  return towns.length > 0 ? towns : near
}

type RowOf = { head: string; token: Partial<FigureToken> }
const rowsOf = async (look: Look, scope: Scope, grid: Grid): Promise<RowOf[]> =>
  grid.rows === 'month'
    ? monthsOf(scope.period).map(({ month, head }) => ({ head, token: { month } }))
    : (await below(look, scope, grid.level)).map((o) => ({ head: o.name, token: { org: o.id } }))

/** Words and questions of a table; `undefined` where there is nothing to put into its rows. */
export const layGrid = async (look: Look, catalogue: Catalogue, scope: Scope, grid: Grid): Promise<LaidGrid | undefined> => {
  const figures = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f]))
  const columns = grid.figures.map(({ figure, where, head }) => {
    const f = figures.get(figure)
    if (!f) throw refuse('statistics.no-such-figure')
    const token: FigureToken = { kind: 'figure', figure, form: 'exact', plain: true, bare: true, ...(where ? { where } : {}) }
    return { figure: f, head: head || f.name.zh, token }
  })
  const rows = await rowsOf(look, scope, grid)
  if (rows.length === 0) return undefined
  if (rows.length > gridLimits.rows || (rows.length + 1) * columns.length > gridLimits.cells) throw refuse('reports.table-too-large')
  const org = await findOrg(look, scope.orgId)
  const total = grid.total ? [{ head: '合计', token: {} }] : []
  return {
    grid,
    head: [grid.rows === 'month' ? '月份' : '单位', ...columns.map((c) => `${c.head}（${units[c.figure.unit].zh}）`)],
    rows: [...rows, ...total].map((r) => [r.head, ...columns.map((c) => ({ ...c.token, ...r.token }))]),
    notes: gridNotes(grid, columns, org?.name ?? ''),
  }
}

/** The table with its numbers in it; what has no value stands as a dash and is no token. */
export const tableOf = (laid: LaidGrid, cell: (token: FigureToken) => Line): TableBlock => ({
  kind: 'table',
  title: laid.grid.title,
  head: laid.head,
  rows: laid.rows.map((row) => row.map((p) => (typeof p === 'string' ? [p] : cell(p)))),
  grid: laid.grid,
  notes: laid.notes.map((text) => ({ text })),
})

/** Lays a table out, counts it and says its codes, from a number on. */
export const countedTable = async (look: Look, catalogue: Catalogue, scope: Scope, grid: Grid, first: number) => {
  const laid = await layGrid(look, catalogue, scope, grid)
  if (!laid) throw refuse('reports.table-empty')
  const tokens = laid.rows.flat().filter((p) => typeof p !== 'string')
  const said = await evaluate(
    look,
    catalogue,
    scope,
    tokens.map((token, i) => ({ code: codeOf(i + 1), token })),
  )
  const kept: Said[] = []
  const lines = new Map<FigureToken, Line>()
  tokens.forEach((token, i) => {
    if (said[i]!.value === null) return void lines.set(token, ['—'])
    const code = codeOf(first + kept.length)
    kept.push({ ...said[i]!, code })
    lines.set(token, [{ token: code }])
  })
  return { block: tableOf(laid, (token) => lines.get(token)!), tokens: kept }
}
