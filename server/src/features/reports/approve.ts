import { faultsIn } from '@gongyou/contract/reports/checks.ts'
import { reportKindOf } from '@gongyou/contract/reports/own/index.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Catalogue } from '../statistics/index.ts'
import { freezeTokens } from './freeze.ts'
import { lockDraft, lockReport, type ReportRecord, setReport, tokensOf } from './rows.ts'

export type House = { id: string; name: string }

/** Who has to agree, from the house that wrote it upwards: itself, the town above it, the district. */
export const housesOf = async (look: Look, report: Pick<ReportRecord, 'org_id' | 'kind'>): Promise<House[]> => {
  const upTo = reportKindOf(report.kind)?.approvedBy ?? 'own'
  const { rows } = await sql<House & { kind: string; own: boolean }>`
    select a.id, a.name, a.kind, a.id = o.id as own from organisations.org o
      join organisations.org a on a.region = o.region and a.path @> o.path
     where o.region = ${look.region} and o.id = ${report.org_id} order by nlevel(a.path) desc`.execute(look.raw)
  const above = upTo === 'own' ? [] : upTo === 'town' ? ['town_federation'] : ['town_federation', 'district_federation']
  return rows.filter((r) => r.own || above.includes(r.kind)).map(({ id, name }) => ({ id, name }))
}

/** Which houses have agreed in this round. */
export const approvalsOf = (look: Look, report: Pick<ReportRecord, 'id' | 'round'>) =>
  look.db
    .selectFrom('reports.approval as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.approved_by'))
    .select(['a.org_id', 'a.approved_at', 'a.approved_by', 'p.name as by'])
    .where('a.region', '=', look.region)
    .where('a.report_id', '=', report.id)
    .where('a.round', '=', report.round)
    .orderBy('a.approved_at')
    .execute()

/** Hands a report to whoever decides; with a number that has no source it stays on the desk. */
export const submit = async (work: Work, id: string, version: number) => {
  const report = await lockDraft(work, id, version)
  const open = faultsIn(report.content, await tokensOf(work, id)).filter((f) => f.weight === 'must')
  if (open.length > 0) throw refuse('reports.unfinished', { fields: open.slice(0, 20).map((f) => ({ path: f.token ?? 'content', message: f.says })) })
  await setReport(work, report, {
    state: 'submitted',
    at_org_id: report.org_id,
    round: report.round + 1,
    submitted_at: work.at,
    submitted_by: work.by.personId,
    returned_because: '',
  })
  work.ledger.act({ kind: 'report.submitted', subject: id, org: report.org_id })
}

/** Agrees for the house where the report lies; the last of them freezes it: every number becomes a published one. */
export const approve = async (work: Work, catalogue: Catalogue, id: string, version: number) => {
  const report = await lockReport(work, id, version, 'reports.approve')
  if (report.state !== 'submitted' || !report.at_org_id) throw refuse('reports.not-submitted')
  if (report.submitted_by === work.by.personId) throw refuse('reports.own-report')
  const houses = await housesOf(work, report)
  await work.tx
    .insertInto('reports.approval')
    .values({
      region: work.region,
      report_id: id,
      round: report.round,
      org_id: report.at_org_id,
      approved_at: work.at,
      approved_by: work.by.personId,
    })
    .execute()
  const next = houses[houses.findIndex((h) => h.id === report.at_org_id) + 1]
  if (next) {
    await setReport(work, report, { at_org_id: next.id })
    work.ledger.act({ kind: 'report.approved', subject: id, org: report.org_id, data: { house: report.at_org_id } })
    return
  }
  const claims = await freezeTokens(work, catalogue, report, houses[0]?.name ?? '')
  await setReport(work, report, { state: 'approved', at_org_id: null, frozen_at: work.at, frozen_by: work.by.personId })
  work.ledger.act({ kind: 'report.frozen', subject: id, org: report.org_id, data: { kind: report.kind, claims } })
}

export const sendBack = async (work: Work, id: string, version: number, because: string) => {
  const report = await lockReport(work, id, version, 'reports.approve')
  if (report.state !== 'submitted') throw refuse('reports.not-submitted')
  await setReport(work, report, { state: 'drafted', at_org_id: null, returned_because: because })
  work.ledger.act({ kind: 'report.returned', subject: id, org: report.org_id, data: { because } })
}

export const publish = async (work: Work, id: string, given: { version: number; medium: string; publishedOn: string }) => {
  const report = await lockReport(work, id, given.version, 'reports.write')
  if (report.state === 'published') throw refuse('reports.already-published')
  if (report.state !== 'approved') throw refuse('reports.not-frozen')
  await setReport(work, report, {
    state: 'published',
    medium: given.medium,
    published_on: given.publishedOn,
    published_at: work.at,
    published_by: work.by.personId,
  })
  work.ledger.act({ kind: 'report.published', subject: id, org: report.org_id, data: { medium: given.medium } })
}
