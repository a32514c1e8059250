import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, differencesOf } from '../statistics/index.ts'
import { lockReport, type ReportRecord, tokensOf } from './rows.ts'

const latest = async (look: Look, id: string) => {
  const rows = await look.db
    .selectFrom('reports.correction')
    .distinctOn('code')
    .select(['code', 'now'])
    .where('region', '=', look.region)
    .where('report_id', '=', id)
    .orderBy('code')
    .orderBy('noted_at', 'desc')
    .execute()
  return new Map(rows.map((r) => [r.code, r.now]))
}

/** Which numbers of a frozen report would be different now: by records that came late, and by what was reversed. */
export const differences = async (look: Look, catalogue: Catalogue, report: ReportRecord) => {
  if (!report.frozen_at) return []
  const tokens = (await tokensOf(look, report.id)).filter((s) => s.source !== 'printed' && s.claim)
  const found = await differencesOf(
    look,
    catalogue,
    tokens.map((s) => s.claim!.id),
  )
  return found.flatMap((d) =>
    tokens
      .filter((s) => s.claim!.id === d.claim)
      .map((s) => ({ code: s.code, name: s.name, text: s.text, was: d.was, now: d.now, added: d.added, removed: d.removed })),
  )
}

/** Puts what is different now on record beside the report; the report itself stays as it was read and approved. */
export const correct = async (work: Work, catalogue: Catalogue, id: string, because: string) => {
  const report = await lockReport(work, id, undefined, 'reports.write')
  if (!report.frozen_at) throw refuse('reports.not-frozen')
  const known = await latest(work, id)
  const rows = (await differences(work, catalogue, report)).filter((d) => !known.has(d.code) || known.get(d.code) !== d.now)
  if (rows.length === 0) throw refuse('reports.nothing-new')
  await work.tx
    .insertInto('reports.correction')
    .values(
      rows.map((d) => ({
        region: work.region,
        report_id: id,
        code: d.code,
        noted_at: work.at,
        was: d.was,
        now: d.now,
        added: d.added,
        removed: d.removed,
        because,
        noted_by: work.by.personId,
      })),
    )
    .execute()
  work.ledger.act({ kind: 'report.corrected', subject: id, org: report.org_id, data: { tokens: rows.map((d) => d.code) } })
}

export const correctionsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('reports.correction as c')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'c.region').onRef('p.id', '=', 'c.noted_by'))
    .select(['c.code', 'c.was', 'c.now', 'c.added', 'c.removed', 'c.because', 'c.noted_at', 'p.name as by'])
    .where('c.region', '=', look.region)
    .where('c.report_id', '=', id)
    .orderBy('c.noted_at')
    .orderBy('c.code')
    .execute()
