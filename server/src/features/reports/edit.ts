import { type Block, type Content, type Line, type Placed, tokensIn } from '@gongyou/contract/reports/content.ts'
import type { Grid } from '@gongyou/contract/reports/grid.ts'
import { reportKindOf } from '@gongyou/contract/reports/own/index.ts'
import { movedOn } from '@gongyou/contract/reports/period-words.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Catalogue } from '../statistics/index.ts'
import { countedTo, scopeOf } from './draft.ts'
import { evaluate } from './evaluate.ts'
import { countedTable } from './grid.ts'
import { keepEdition, keepTokens, lockDraft, type ReportRecord, setReport, tokensOf } from './rows.ts'

const count = async (look: Look, catalogue: Catalogue, report: ReportRecord, placed: readonly Placed[]) => {
  const { scope } = await scopeOf(look, report.org_id, { from: report.from_on, to: report.counted_to })
  return evaluate(look, catalogue, scope, placed)
}

/** Changes the text. New and changed tokens are counted, those no longer in it are forgotten, the others stay as they were counted. */
export const edit = async (
  work: Work,
  catalogue: Catalogue,
  id: string,
  given: { version: number; title: string; content: Content; tokens: readonly Placed[] },
) => {
  const report = await lockDraft(work, id, given.version)
  const used = tokensIn(given.content)
  const kept = await tokensOf(work, id)
  const changed = given.tokens.filter((p) => used.includes(p.code))
  const known = new Set([...kept.map((s) => s.code), ...changed.map((p) => p.code)])
  const unknown = used.filter((code) => !known.has(code))
  if (unknown.length > 0) throw refuse('reports.unknown-token', { fields: unknown.map((code) => ({ path: 'content', message: code })) })
  await keepTokens(work, id, await count(work, catalogue, report, changed))
  const gone = kept.map((s) => s.code).filter((code) => !used.includes(code))
  if (gone.length > 0)
    await work.tx.deleteFrom('reports.token').where('region', '=', work.region).where('report_id', '=', id).where('code', 'in', gone).execute()
  await setReport(work, report, { title: given.title, content: JSON.stringify(given.content) })
  await keepEdition(work, id, report.version + 1, given.title, given.content)
  work.ledger.act({ kind: 'report.edited', subject: id, org: report.org_id })
}

/** A report of a period that still runs, counted until today: wherever its text says until when, it says so anew. */
const moveOn = async (work: Work, report: ReportRecord): Promise<ReportRecord> => {
  const kind = reportKindOf(report.kind)
  const to = kind ? countedTo(work, kind, report.to_on) : report.counted_to
  if (to === report.counted_to) return report
  const period = { from: report.from_on, to: report.to_on }
  const again = (text: string) => movedOn(text, period, report.counted_to, to)
  const line = (l: Line): Line => l.map((p) => (typeof p === 'string' ? again(p) : p))
  const block = (b: Block): Block =>
    b.kind === 'text' ? { ...b, line: line(b.line) } : { ...b, head: b.head.map(again), rows: b.rows.map((r) => r.map(line)) }
  const chapters = report.content.chapters.map((c) => ({ title: again(c.title), blocks: c.blocks.map(block) }))
  return { ...report, title: again(report.title), content: { chapters }, counted_to: to }
}

/** Counts tokens anew: some, or all at one moment. */
export const refresh = async (work: Work, catalogue: Catalogue, id: string, version: number, codes: readonly string[] | undefined) => {
  const report = codes ? await lockDraft(work, id, version) : await moveOn(work, await lockDraft(work, id, version))
  const wanted = (await tokensOf(work, id)).filter((s) => !codes || codes.includes(s.code))
  await keepTokens(
    work,
    id,
    await count(
      work,
      catalogue,
      report,
      wanted.map(({ code, token }) => ({ code, token })),
    ),
  )
  await setReport(work, report, codes ? {} : { title: report.title, content: JSON.stringify(report.content), counted_to: report.counted_to })
  if (!codes) await keepEdition(work, id, report.version + 1, report.title, report.content)
  work.ledger.act({ kind: 'report.refreshed', subject: id, org: report.org_id, data: { tokens: wanted.length } })
}

export const discard = async (work: Work, id: string, version: number) => {
  const report = await lockDraft(work, id, version)
  await setReport(work, report, { discarded_at: work.at })
  work.ledger.act({ kind: 'report.discarded', subject: id, org: report.org_id })
}

/** What a token would say. */
export const tryToken = async (look: Look, catalogue: Catalogue, report: ReportRecord, token: Placed['token']) =>
  (await count(look, catalogue, report, [{ code: 'F-00', token }]))[0]!

/** A table as it would stand in the report, counted now. */
export const layTable = async (look: Look, catalogue: Catalogue, report: ReportRecord, given: { grid: Grid; first: number }) => {
  const { scope } = await scopeOf(look, report.org_id, { from: report.from_on, to: report.counted_to })
  return countedTable(look, catalogue, scope, given.grid, given.first)
}
