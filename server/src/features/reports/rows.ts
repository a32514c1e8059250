import type { Content } from '@gongyou/contract/reports/content.ts'
import type { SaidToken } from '@gongyou/contract/reports/shapes.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'

/** Reports (`r`) with which the caller may do what a right names. What has been published everybody may read who reads reports. */
export const reportsWithin = async (look: Look, right: Right = 'reports.read'): Promise<RawBuilder<boolean>> => {
  const reach = await reachOf(look, right)
  if (right === 'reports.approve') return sql<boolean>`(r.at_org_id is not null and ${clause(reach, 'r.at_org_id')})`
  const own = clause(reach, 'r.org_id')
  return right === 'reports.read' ? sql<boolean>`(${own} or r.state = 'published')` : own
}

const storedOf = (look: Look) =>
  look.raw.selectFrom('reports.report as r').selectAll('r').where('r.region', '=', look.region).where('r.discarded_at', 'is', null)
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof storedOf>['executeTakeFirst']>>>
export type ReportState = 'drafted' | 'submitted' | 'approved' | 'published'
export type ReportRecord = Omit<Stored, 'content' | 'state'> & { content: Content; state: ReportState }
// What went in through the contract's shapes comes out as them.
const recordOf = (row: Stored): ReportRecord => ({ ...row, content: row.content as Content, state: row.state as ReportState })

export const getReportRecord = async (look: Look, id: string, within: RawBuilder<boolean>) => {
  const row = await storedOf(look).where('r.id', '=', id).where(within).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return recordOf(row)
}

/** The same, locked; a page that is no longer true decides nothing. */
export const lockReport = async (work: Work, id: string, version: number | undefined, right: Right) => {
  const within = await reportsWithin(work, right)
  // Who may read it but not act on it hears so; who may not read it hears nothing.
  await getReportRecord(work, id, await reportsWithin(work))
  const row = await storedOf(work).where('r.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  if (version !== undefined && row.version !== version) throw refuse('record.changed')
  const allowed = await storedOf(work).where('r.id', '=', id).where(within).executeTakeFirst()
  if (!allowed) throw refuse(right === 'reports.approve' && row.state !== 'submitted' ? 'reports.not-submitted' : 'right.missing')
  return recordOf(row)
}

/** A report that is being written. */
export const lockDraft = async (work: Work, id: string, version: number) => {
  const report = await lockReport(work, id, version, 'reports.write')
  if (report.state === 'submitted') throw refuse('reports.submitted')
  if (report.state !== 'drafted') throw refuse('reports.frozen')
  return report
}

export const setReport = (work: Work, report: Pick<ReportRecord, 'id' | 'version'>, change: object) =>
  work.tx
    .updateTable('reports.report')
    .set({ ...change, changed_at: work.at, version: report.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', report.id)
    .execute()

export const keepEdition = (work: Work, id: string, version: number, title: string, content: Content) =>
  work.tx
    .insertInto('reports.edition')
    .values({
      region: work.region,
      report_id: id,
      version,
      title,
      content: JSON.stringify(content),
      made_at: work.at,
      made_by: work.by.personId,
    })
    .execute()

export type Said = Omit<SaidToken, 'claim'> & { claim: { id: string; name: string } | null }

/** The numbers of a report as they were said, by code. */
export const tokensOf = async (look: Look, id: string): Promise<Said[]> => {
  const rows = await look.db
    .selectFrom('reports.token')
    .select(['code', 'said'])
    .where('region', '=', look.region)
    .where('report_id', '=', id)
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .execute()
  // Told before comparisons were published, they know of no sides.
  return rows.map((r) => ({ sides: [], ...(r.said as Omit<Said, 'sides'> & Partial<Pick<Said, 'sides'>>) }))
}

/** Keeps what tokens say; an older saying of the same code is replaced. */
export const keepTokens = async (work: Work, id: string, said: readonly Said[]) => {
  if (said.length === 0) return
  await work.tx
    .insertInto('reports.token')
    .values(
      said.map((s) => ({
        region: work.region,
        report_id: id,
        code: s.code,
        token: JSON.stringify(s.token),
        said: JSON.stringify(s),
        value: s.value,
        figure: s.figure,
        counted_at: new Date(s.countedAt),
        claim_id: s.claim?.id ?? null,
      })),
    )
    .onConflict((on) =>
      on.columns(['region', 'report_id', 'code']).doUpdateSet((e) => ({
        token: e.ref('excluded.token'),
        said: e.ref('excluded.said'),
        value: e.ref('excluded.value'),
        figure: e.ref('excluded.figure'),
        counted_at: e.ref('excluded.counted_at'),
        claim_id: e.ref('excluded.claim_id'),
      })),
    )
    .execute()
}
