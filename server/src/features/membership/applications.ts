import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { Application } from '@gongyou/contract/membership/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Reach, clause, reachOf } from '../organisations/index.ts'

const from = (look: Look) =>
  look.db
    .selectFrom('membership.application as a')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .selectAll('a')
    .select(['p.name', 'p.mobile', 'p.id_last4', 'o.name as org_name'])
    .where('a.region', '=', look.region)
type Row = Awaited<ReturnType<ReturnType<typeof from>['executeTakeFirstOrThrow']>>

const viewOf = (r: Row): Application => {
  const { occupation, employer, platforms } = r.answers as { occupation: string | null; employer: string | null; platforms: string[] }
  return {
    id: r.id,
    number: r.number,
    person: { id: r.person_id, name: r.name },
    org: { id: r.org_id, name: r.org_name },
    channel: r.channel,
    status: r.status as Application['status'],
    mobile: r.mobile ? maskPhone(r.mobile) : '',
    idLast4: r.id_last4,
    occupation,
    employer,
    platforms,
    checks: r.checks as Application['checks'],
    reason: r.reason,
    submittedAt: r.submitted_at.toISOString(),
    dueOn: r.due_on,
    decidedAt: r.decided_at?.toISOString() ?? null,
    version: r.version,
  }
}

type Wanted = { status?: string | undefined; q?: string | undefined; after?: string | undefined; limit: number }

/** Applications within reach: waiting ones longest-waiting first, others newest first. */
export const applicationsOf = async (look: Look, wanted: Wanted) => {
  const reach = await reachOf(look, 'membership.read')
  const direction = wanted.status === 'submitted' ? 'asc' : 'desc'
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await from(look)
    .where(clause(reach, 'a.org_id'))
    .$if(wanted.status !== undefined, (q) => q.where('a.status', '=', wanted.status!))
    .$if(Boolean(wanted.q), (q) =>
      q.where((e) =>
        e.or([e('p.name', 'like', `%${wanted.q}%`), e('p.pinyin', 'like', `%${wanted.q!.toLowerCase()}%`), e('a.number', '=', wanted.q!)]),
      ),
    )
    .$if(Boolean(at && id), (q) =>
      q.where((e) => e(e.refTuple('a.submitted_at', 'a.id'), direction === 'asc' ? '>' : '<', e.tuple(new Date(at!), id!))),
    )
    .orderBy('a.submitted_at', direction)
    .orderBy('a.id', direction)
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page.map(viewOf), next: rows.length > page.length && last ? `${last.submitted_at.toISOString()}|${last.id}` : null }
}

export const applicationOf = async (look: Look, id: string, reach?: Reach) => {
  const row = await from(look)
    .where('a.id', '=', id)
    .where(clause(reach ?? (await reachOf(look, 'membership.read')), 'a.org_id'))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return viewOf(row)
}

/** A person's own applications, newest first. */
export const myApplicationsOf = async (look: Look, personId: string) =>
  (await from(look).where('a.person_id', '=', personId).orderBy('a.submitted_at', 'desc').execute()).map(viewOf)
