import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import type { Actor } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { beneath, clause, narrow, reachOf } from '../organisations/index.ts'
import { linesOf } from './lines.ts'
import { offeredServices } from './services.ts'

type Wanted = {
  service?: string | undefined
  state?: string | undefined
  q?: string | undefined
  due?: 'overdue' | 'today' | 'week' | undefined
  org?: string | undefined
  open?: boolean | undefined
  outcome?: string | undefined
  from?: string | undefined
  to?: string | undefined
  after?: string | undefined
  limit: number
}

/** Restricted services whose posts the caller does not hold: their cases are in no list. */
const closedServices = async (look: Look, by: Actor) => {
  if (by.kind === 'system') return []
  const held = new Set(by.standings.map((s) => s.code))
  return (await offeredServices(look))
    .filter(({ service }) => service.restricted && !Object.values(service.roles).some((r) => r.posts.some((p) => held.has(p))))
    .map(({ service }) => service.code)
}

const instant = (day: string) => new Date(`${day}T00:00:00+08:00`)

/** All cases within reach, newest first; with a due filter, the nearest date first. */
export const casesOf = async (look: Look, wanted: Wanted) => {
  const reach = narrow(await reachOf(look, 'cases.read'), await beneath(look, wanted.org))
  const shut = await closedServices(look, look.by)
  const [at, id] = wanted.after?.split('|') ?? []
  const byDue = wanted.due !== undefined
  const lastDay = wanted.due === 'overdue' ? addDays(look.today, -1) : wanted.due === 'today' ? look.today : addDays(look.today, 7)
  const rows = await look.db
    .selectFrom('cases.matter as m')
    .selectAll()
    .where('m.region', '=', look.region)
    .where(clause(reach, 'm.org_id'))
    .$if(shut.length > 0, (q) => q.where(sql<boolean>`not (m.restricted and m.service = any(${shut}::text[]))`))
    .$if(Boolean(wanted.service), (q) => q.where('m.service', '=', wanted.service!))
    .$if(Boolean(wanted.state), (q) => q.where('m.state', '=', wanted.state!))
    .$if(Boolean(wanted.outcome), (q) => q.where('m.outcome', '=', wanted.outcome!))
    .$if(wanted.open === true || byDue, (q) => q.where('m.closed_at', 'is', null))
    .$if(wanted.open === false, (q) => q.where('m.closed_at', 'is not', null))
    .$if(byDue, (q) => q.where('m.due_on', '<=', lastDay))
    .$if(Boolean(wanted.from), (q) => q.where('m.opened_at', '>=', instant(wanted.from!)))
    .$if(Boolean(wanted.to), (q) => q.where('m.opened_at', '<', instant(addDays(wanted.to!, 1))))
    .$if(Boolean(wanted.q), (q) =>
      q.where((e) => e.or([e('m.number', '=', wanted.q!.toUpperCase()), sql<boolean>`position(${wanted.q!} in m.title) > 0`])),
    )
    .$if(Boolean(at && id && byDue), (q) => q.where((e) => e(e.refTuple('m.due_on', 'm.id'), '>', e.tuple(at!, id!))))
    .$if(Boolean(at && id && !byDue), (q) => q.where((e) => e(e.refTuple('m.opened_at', 'm.id'), '<', e.tuple(new Date(at!), id!))))
    .$if(byDue, (q) => q.orderBy('m.due_on').orderBy('m.id'))
    .$if(!byDue, (q) => q.orderBy('m.opened_at', 'desc').orderBy('m.id', 'desc'))
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: await linesOf(look, page),
    next: rows.length > page.length && last ? `${byDue ? last.due_on : last.opened_at.toISOString()}|${last.id}` : null,
  }
}

/** What the person applied for, newest first. */
export const casesOfPerson = async (look: Look, personId: string, wanted: { after?: string | undefined; limit: number }) => {
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('cases.matter')
    .selectAll()
    .where('region', '=', look.region)
    .where('applicant_id', '=', personId)
    .$if(Boolean(at && id), (q) => q.where((e) => e(e.refTuple('opened_at', 'id'), '<', e.tuple(new Date(at!), id!))))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: await linesOf(look, page), next: rows.length > page.length && last ? `${last.opened_at.toISOString()}|${last.id}` : null }
}
