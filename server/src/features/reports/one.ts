import type { Report } from '@gongyou/contract/reports/shapes.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Look } from '../../kit/db/database.ts'
import { approvalsOf, housesOf } from './approve.ts'
import { correctionsOf } from './corrections.ts'
import { rowOf, rowView } from './list.ts'
import { getReportRecord, type ReportRecord, reportsWithin, tokensOf } from './rows.ts'

const historyOf = (look: Look, id: string) =>
  look.db
    .selectFrom('ledger.act as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.actor_id'))
    .select(['a.kind', 'a.at', 'p.name as actor'])
    .where('a.region', '=', look.region)
    .where('a.subject_id', '=', id)
    .orderBy('a.at', 'desc')
    .limit(100)
    .execute()

const has = async (look: Look, id: string, right: Right) =>
  Boolean(
    await look.db
      .selectFrom('reports.report as r')
      .select('r.id')
      .where('r.region', '=', look.region)
      .where('r.id', '=', id)
      .where(await reportsWithin(look, right))
      .executeTakeFirst(),
  )

const mayWith = async (look: Look, r: ReportRecord): Promise<Report['may']> => {
  const [write, decide] = [await has(look, r.id, 'reports.write'), await has(look, r.id, 'reports.approve')]
  const drafted = r.state === 'drafted'
  return {
    edit: write && drafted,
    submit: write && drafted,
    decide: decide && r.state === 'submitted' && r.submitted_by !== look.by.personId,
    publish: write && r.state === 'approved',
    correct: write && r.frozen_at !== null,
  }
}

/** Everything about one report. */
export const reportPage = async (look: Look, id: string): Promise<Report> => {
  const r = await getReportRecord(look, id, await reportsWithin(look))
  const tokens = await tokensOf(look, id)
  const approvals = await approvalsOf(look, r)
  const texts = new Map(tokens.map((s) => [s.code, s.text]))
  return {
    ...rowView(await rowOf(look, id)),
    version: r.version,
    countedTo: r.counted_to,
    content: r.content,
    tokens,
    kindRevision: r.kind_revision,
    medium: r.medium,
    returnedBecause: r.returned_because,
    approvals: (await housesOf(look, r)).map((org) => {
      const a = r.round > 0 && r.state !== 'drafted' ? approvals.find((x) => x.org_id === org.id) : undefined
      return { org, by: a?.by ?? null, at: a?.approved_at.toISOString() ?? null }
    }),
    corrections: (await correctionsOf(look, id)).map((c) => ({
      code: c.code,
      text: texts.get(c.code) ?? '',
      was: c.was,
      now: c.now,
      added: c.added,
      removed: c.removed,
      because: c.because,
      notedAt: c.noted_at.toISOString(),
      notedBy: c.by,
    })),
    history: (await historyOf(look, id)).map((h) => ({ kind: h.kind, at: h.at.toISOString(), actor: h.actor })),
    may: await mayWith(look, r),
  }
}
