import type { AuditLine } from '@gongyou/contract/audit/routes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { routes } from '@gongyou/contract/routes.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { reachOf } from '../organisations/index.ts'

type Filter = Partial<Record<'person' | 'actor' | 'action' | 'subject' | 'from' | 'to' | 'after', string | undefined>> & { limit: number }

const own: Record<string, ReturnType<typeof t>> = {
  'signIn.failed': t('登录失败', 'Failed sign-in'),
  loadExample: t('装入示范区', 'Example district loaded'),
  reseal: t('更换加密密钥', 'Sealed anew'),
}
/** What an action is called: the route's summary, or one of the few that no route names. */
const nameOf = (action: string) => own[action] ?? (action in routes ? routes[action as keyof typeof routes].summary : t(action, action))
// Midnight of a civil day in Asia/Shanghai.
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`)

/**
 * The trail, newest first. An auditor of a part of the tree sees what the people of that part did; the district's sees all.
 */
export const linesOf = async (look: Look, f: Filter): Promise<{ rows: AuditLine[]; next: string | null }> => {
  const reach = await reachOf(look, 'audit.read')
  const [at, id] = f.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('ledger.audit as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('people.person as w', (j) => j.onRef('w.region', '=', 'a.region').onRef('w.id', '=', 'a.actor_id'))
    .select([
      'a.id',
      'a.at',
      'a.actor',
      'a.actor_id',
      'w.name as actor_name',
      'a.action',
      'a.person_id',
      'p.name',
      'a.subject_id',
      'a.purpose',
      'a.detail',
      'a.request',
    ])
    .where('a.region', '=', look.region)
    .$if(reach !== 'all', (q) =>
      q.where(
        sql<boolean>`exists (select 1 from organisations.post o where o.region = a.region and o.person_id = a.actor_id and o.org_id = any(${reach as string[]}::uuid[]))`,
      ),
    )
    .$if(Boolean(f.person), (q) => q.where('a.person_id', '=', f.person!))
    .$if(Boolean(f.actor), (q) => q.where('a.actor_id', '=', f.actor!))
    .$if(Boolean(f.action), (q) => q.where('a.action', '=', f.action!))
    .$if(Boolean(f.subject), (q) => q.where('a.subject_id', '=', f.subject!))
    .$if(Boolean(f.from), (q) => q.where('a.at', '>=', midnight(f.from!)))
    .$if(Boolean(f.to), (q) => q.where('a.at', '<', midnight(addDays(f.to!, 1))))
    .$if(Boolean(id), (q) => q.where(sql<boolean>`(a.at, a.id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(f.limit + 1)
    .execute()
  const last = rows[f.limit - 1]
  return {
    rows: rows.slice(0, f.limit).map((r) => ({
      id: r.id,
      at: r.at.toISOString(),
      actor: r.actor,
      actorPerson: r.actor_id ? { id: r.actor_id, name: r.actor_name ?? '' } : null,
      action: r.action,
      actionName: { ...nameOf(r.action) },
      person: r.person_id ? { id: r.person_id, name: r.name ?? '' } : null,
      subject: r.subject_id,
      purpose: r.purpose,
      detail: r.detail as Record<string, unknown> | null,
      request: r.request,
    })),
    next: rows.length > f.limit && last ? `${last.at.toISOString()}|${last.id}` : null,
  }
}
