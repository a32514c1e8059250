import { t } from '@gongyou/contract/kit/text.ts'
import { reportKindOf } from '@gongyou/contract/reports/own/index.ts'
import type { ReportRow } from '@gongyou/contract/reports/shapes.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { type ReportState, reportsWithin } from './rows.ts'

const rowsOf = (look: Look) =>
  look.db
    .selectFrom('reports.report as r')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'r.region').onRef('o.id', '=', 'r.org_id'))
    .leftJoin('organisations.org as a', (j) => j.onRef('a.region', '=', 'r.region').onRef('a.id', '=', 'r.at_org_id'))
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'r.region').onRef('p.id', '=', 'r.drafted_by'))
    .select([
      'r.id',
      'r.kind',
      'r.title',
      'r.org_id',
      'o.name as org',
      'r.at_org_id',
      'a.name as at',
      'r.from_on',
      'r.to_on',
      'r.state',
      'p.name as drafter',
      'r.changed_at',
      'r.frozen_at',
      'r.published_on',
    ])
    .where('r.region', '=', look.region)
    .where('r.discarded_at', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

export const rowView = (r: Row): ReportRow => ({
  id: r.id,
  kind: r.kind,
  kindName: reportKindOf(r.kind)?.name ?? t(r.kind, r.kind),
  title: r.title,
  org: { id: r.org_id, name: r.org },
  at: r.at_org_id && r.at ? { id: r.at_org_id, name: r.at } : null,
  from: r.from_on,
  to: r.to_on,
  state: r.state as ReportState,
  drafter: r.drafter,
  changedAt: r.changed_at.toISOString(),
  frozenAt: r.frozen_at?.toISOString() ?? null,
  publishedOn: r.published_on,
})

export const rowOf = (look: Look, id: string) => rowsOf(look).where('r.id', '=', id).executeTakeFirstOrThrow()

type Wanted = {
  q?: string | undefined
  kind?: string | undefined
  state?: ReportState | undefined
  year?: number | undefined
  after?: string | undefined
  limit: number
}
const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\|([0-9a-f-]{36})$/

const matching = ({ q, kind, state, year }: Wanted): RawBuilder<boolean>[] => [
  ...(q ? [sql<boolean>`strpos(r.title, ${q}) > 0`] : []),
  ...(kind ? [sql<boolean>`r.kind = ${kind}`] : []),
  ...(state ? [sql<boolean>`r.state = ${state}`] : []),
  ...(year ? [sql<boolean>`(r.from_on <= ${`${year}-12-31`}::date and r.to_on >= ${`${year}-01-01`}::date)`] : []),
]

/** Reports, last changed first. */
export const reportsIn = async (look: Look, wanted: Wanted) => {
  const [, at, id] = cursor.exec(wanted.after ?? '') ?? []
  const rows = await rowsOf(look)
    .where(await reportsWithin(look))
    .where((e) => e.and(matching(wanted)))
    .$if(Boolean(at && id), (q) => q.where(sql<boolean>`(r.changed_at, r.id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('r.changed_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page.map(rowView), next: rows.length > page.length && last ? `${last.changed_at.toISOString()}|${last.id}` : null }
}

/** What waits for the caller's decision, longest first; one's own reports are for somebody else. */
export const toApprove = async (look: Look) => {
  const rows = await rowsOf(look)
    .where(await reportsWithin(look, 'reports.approve'))
    .where('r.state', '=', 'submitted')
    .where(sql<boolean>`r.submitted_by is distinct from ${look.by.personId}`)
    .orderBy('r.changed_at')
    .limit(50)
    .execute()
  return { rows: rows.map(rowView) }
}
