import { type Chapter, codeOf, type Block, type Line, type Placed } from '@gongyou/contract/reports/content.ts'
import type { Drafted, ReportKind, Sentence } from '@gongyou/contract/reports/kind.ts'
import type { Grid } from '@gongyou/contract/reports/grid.ts'
import { reportKindOf } from '@gongyou/contract/reports/own/index.ts'
import { withPeriod } from '@gongyou/contract/reports/period-words.ts'
import type { FigureToken, Token } from '@gongyou/contract/reports/token.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse, Refused } from '../../kit/refuse.ts'
import { findOrg, reachOf } from '../organisations/index.ts'
import { type Catalogue, targetsOf } from '../statistics/index.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { type LaidGrid, layGrid, tableOf } from './grid.ts'
import { keepEdition, keepTokens, type Said } from './rows.ts'

/** Counts through a draft: tokens get their final codes only when it is known which sentences stay. */
type Asking = { ask: (token: Token) => number; tokens: Token[] }
const asking = (): Asking => {
  const tokens: Token[] = []
  return { tokens, ask: (token) => tokens.push(token) - 1 }
}

type Cell = string | number
type Shape = {
  title: string
  blocks: (
    readonly { always: boolean; pieces: Cell[] }[] | { head: string[]; rows: Cell[][] } | { laid: LaidGrid; at: ReadonlyMap<FigureToken, number> }
  )[]
}

const sentenceShape = (s: Sentence, a: Asking, fill: (text: string) => string) => ({
  always: s.always === true,
  pieces: s.pieces.map((p): Cell => (typeof p === 'string' ? fill(p) : a.ask(p))),
})

const tableShape = (figures: readonly FigureToken[], a: Asking, nameOf: (code: string) => string) => {
  const spans = figures.some((f) => f.span !== undefined)
  return {
    head: spans ? ['指标', '数值', '比上年同期'] : ['指标', '本期', '上年同期', '增减'],
    rows: figures.map((f): Cell[] => [
      nameOf(f.figure),
      a.ask(f),
      ...(spans ? [] : [a.ask({ ...f, span: 'year-before' })]),
      a.ask({ ...f, show: 'difference' }),
    ]),
  }
}

const targetsShape = (codes: readonly string[], a: Asking, nameOf: (code: string) => string) => ({
  head: ['目标', '目标值', '目前', '完成', '照此预计'],
  rows: codes.map((figure): Cell[] => [
    nameOf(figure),
    ...(['aim', 'value', 'progress', 'forecast'] as const).map((show) => a.ask({ kind: 'target', figure, show })),
  ]),
})

/** A table of figures; whoever has nobody beneath, or too many for a table, goes without it. */
const gridShape = async (look: Look, catalogue: Catalogue, scope: Scope, a: Asking, grid: Grid): Promise<Shape['blocks']> => {
  const laid = await layGrid(look, catalogue, scope, grid).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'reports.table-too-large') return undefined
    throw error
  })
  if (!laid) return []
  const at = new Map(laid.rows.flat().flatMap((p) => (typeof p === 'string' ? [] : [[p, a.ask(p)] as const])))
  return [{ laid, at }]
}

/** A kind of report with every token asked, before anything is dropped. */
const shapeOf = async (
  look: Look,
  catalogue: Catalogue,
  kind: ReportKind,
  scope: Scope,
  a: Asking,
  fill: (text: string) => string,
): Promise<Shape[]> => {
  const names = new Map(catalogue.figures.map((f) => [f.code, f.name.zh]))
  const nameOf = (code: string) => names.get(code) ?? code
  const targets = scope.isRoot && kind.chapters.some((c) => c.blocks.some((b) => b.kind === 'targets')) ? await targetsOf(look, catalogue) : []
  const codes = [...new Set(targets.filter((x) => x.to >= scope.period.from).map((x) => x.figure))]
  const block = async (b: Drafted): Promise<Shape['blocks']> => {
    if (b.kind === 'grid') return gridShape(look, catalogue, scope, a, { ...b.grid, title: fill(b.grid.title) })
    if (b.kind === 'paragraph') return [b.sentences.map((s) => sentenceShape(s, a, fill))]
    return [b.kind === 'table' ? tableShape(b.figures, a, nameOf) : targetsShape(codes, a, nameOf)]
  }
  const shapes: Shape[] = []
  for (const c of kind.chapters) {
    const blocks: Shape['blocks'] = []
    for (const b of c.blocks) blocks.push(...(await block(b)))
    shapes.push({ title: fill(c.title), blocks })
  }
  return shapes
}

const isChange = (s: Said) => s.token.kind === 'figure' && s.token.show === 'change'
/** A comparison without a year before is left out with the comma that leads to it; a sentence is left out with its figure. */
const withoutEmptyChange = (pieces: readonly Cell[], said: readonly Said[]): Cell[] => {
  const kept: Cell[] = []
  for (const p of pieces) {
    if (typeof p === 'number' && isChange(said[p]!) && (said[p]!.text === '' || said[p]!.source !== 'live')) {
      const last = kept.at(-1)
      if (typeof last === 'string') kept[kept.length - 1] = last.replace(/[，；]$/, '')
    } else kept.push(p)
  }
  return kept.filter((p) => p !== '')
}
const saysSomething = (pieces: readonly Cell[], said: readonly Said[]) =>
  pieces.every((p) => typeof p === 'string' || isChange(said[p]!) || (said[p]!.value !== null && said[p]!.value !== 0))

type Written = { chapters: Chapter[]; tokens: Said[] }

/** The text that stays, with codes in reading order. */
const write = (shapes: readonly Shape[], said: readonly Said[]): Written => {
  const tokens: Said[] = []
  const codes = new Map<number, string>()
  const piece = (p: Cell) => {
    if (typeof p === 'string') return p
    const known = codes.get(p) ?? codeOf(tokens.length + 1)
    if (!codes.has(p)) tokens.push({ ...said[p]!, code: known })
    codes.set(p, known)
    return { token: known }
  }
  // What has no value stands in a table as a dash, and is no token.
  const cell = (p: Cell): Line => (typeof p === 'number' && (said[p]!.value === null || said[p]!.text === '—') ? ['—'] : [piece(p)])
  const chapters = shapes.map(({ title, blocks }): Chapter => {
    const kept = blocks.flatMap((b): Block[] => {
      if ('laid' in b) return [tableOf(b.laid, (token) => cell(b.at.get(token)!))]
      if ('head' in b) return b.rows.length > 0 ? [{ kind: 'table', head: b.head, rows: b.rows.map((row) => row.map(cell)) }] : []
      const line = b.map((s) => ({ ...s, pieces: withoutEmptyChange(s.pieces, said) })).filter((s) => s.always || saysSomething(s.pieces, said))
      return line.length > 0 ? [{ kind: 'text', line: line.flatMap((s) => s.pieces.map(piece)) }] : []
    })
    return { title, blocks: kept }
  })
  return { chapters: chapters.filter((c) => c.blocks.length > 0), tokens }
}

/** `period.to`: the last day that is counted. */
export const scopeOf = async (look: Look, orgId: string, period: { from: string; to: string }) => {
  const org = await findOrg(look, orgId)
  if (!org) throw refuse('record.not-found')
  return { org, scope: { orgId, isRoot: !org.path.includes('.'), period } satisfies Scope }
}

/** The last day that a report of a kind counts: of a period that still runs, today. */
export const countedTo = (look: Look, kind: ReportKind, to: string) => (kind.running === 'as-of' && look.today < to ? look.today : to)

/** Writes a kind of report for an organisation and a period: every token counted at one moment. */
export const compose = async (look: Look, catalogue: Catalogue, kind: ReportKind, orgId: string, period: { from: string; to: string }) => {
  const until = countedTo(look, kind, period.to)
  const { org, scope } = await scopeOf(look, orgId, { ...period, to: until })
  const fill = (text: string) =>
    withPeriod(text, period, until)
      .replaceAll('{org}', org.name)
      .replaceAll('{year}', `${period.to.slice(0, 4)}年`)
  const a = asking()
  const shapes = await shapeOf(look, catalogue, kind, scope, a, fill)
  const placed = a.tokens.map((token, i): Placed => ({ code: codeOf(i + 1), token }))
  const said = await evaluate(look, catalogue, scope, placed)
  return { title: fill(kind.title), countedTo: until, ...write(shapes, said) }
}

/** Starts a report. */
export const draft = async (
  work: Work,
  catalogue: Catalogue,
  given: { kind: string; orgId: string; from: string; to: string; title?: string | undefined },
) => {
  const kind = reportKindOf(given.kind)
  if (!kind) throw refuse('reports.no-such-kind')
  if (given.from > given.to || Date.parse(given.to) - Date.parse(given.from) > 3660 * 86_400_000) throw refuse('reports.dates-wrong')
  if (given.from > work.today) throw refuse('reports.not-begun')
  const reach = await reachOf(work, 'reports.write')
  if (reach !== 'all' && !reach.includes(given.orgId)) throw refuse('record.not-found')
  const written = await compose(work, catalogue, kind, given.orgId, { from: given.from, to: given.to })
  const id = newId()
  const title = (given.title || written.title).slice(0, 120)
  await work.tx
    .insertInto('reports.report')
    .values({
      region: work.region,
      id,
      kind: kind.code,
      kind_revision: kind.revision,
      org_id: given.orgId,
      from_on: given.from,
      to_on: given.to,
      counted_to: written.countedTo,
      title,
      state: 'drafted',
      content: JSON.stringify({ chapters: written.chapters }),
      drafted_at: work.at,
      drafted_by: work.by.personId,
      changed_at: work.at,
    })
    .execute()
  await keepEdition(work, id, 1, title, { chapters: written.chapters })
  await keepTokens(work, id, written.tokens)
  work.ledger.act({ kind: 'report.drafted', subject: id, org: given.orgId, data: { kind: kind.code, tokens: written.tokens.length } })
  return { id }
}
