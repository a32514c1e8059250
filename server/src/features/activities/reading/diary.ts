import type { SessionLine } from '@gongyou/contract/activities/desk.ts'
import { daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import { later, startOfDay } from '../../../kit/clock.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { beneath, narrow, reachOf } from '../../organisations/index.ts'
import type { SessionPlaces } from '../house.ts'
import { kindOf } from '../kinds.ts'

type Row = {
  id: string
  number: number
  activity_id: string
  title: string
  state: SessionLine['activity']['state']
  kind: string
  revision: number
  org_id: string
  org: string
  starts_at: Date
  ends_at: Date
  place: string
  head: string
  off: boolean
  closed_at: Date | null
  gate_count: number | null
  expected: number
  attended: number
}
type Wanted = { from: string; to: string; kind?: string | undefined; org?: string | undefined }

/** A calendar shows at most so much (setting). */
const most = { days: 62, sessions: 1_000 } as const

/** Sessions within reach that touch these days, in the order of time; cancelled ones too, for somebody may still come. */
export const diaryOf = async (look: Look, places: SessionPlaces, wanted: Wanted) => {
  const days = daysBetween(wanted.from, wanted.to)
  if (days < 0 || days >= most.days) throw refuse('request.invalid', { fields: [{ path: 'to', message: `请选 ${most.days} 天以内的一段时间` }] })
  const reach = narrow(await reachOf(look, 'activities.read'), await beneath(look, wanted.org))
  const { rows } = await sql<Row>`
    select s.id, s.number, a.id as activity_id, a.title, a.state, a.kind, a.revision, o.id as org_id, o.name as org, s.starts_at, s.ends_at, s.place, s.head,
           (s.cancelled_at is not null or a.state = 'cancelled') as off, s.closed_at, s.gate_count,
           (select coalesce(sum(u.seats), 0)::int from activities.sign_up u where u.region = s.region and u.pool_id = s.pool_id and u.state = 'confirmed') as expected,
           (select coalesce(sum(t.heads), 0)::int from activities.attendance t where t.region = s.region and t.session_id = s.id and t.undone_at is null) as attended
      from activities.session s
      join activities.activity a on a.region = s.region and a.id = s.activity_id
      join organisations.org o on o.region = a.region and o.id = a.org_id
     where s.region = ${look.region} and not a.template
       and s.starts_at < ${later(startOfDay(wanted.to), { days: 1 })} and s.starts_at > ${later(startOfDay(wanted.from), { days: -31 })} and s.ends_at > ${startOfDay(wanted.from)}
       and (${wanted.kind ?? null}::text is null or a.kind = ${wanted.kind ?? null})
       and ${reach === 'all' ? sql`true` : sql`a.org_id = any(${reach as string[]}::uuid[])`}
     order by s.starts_at, s.id limit ${most.sessions + 1}`.execute(look.raw)
  const page = rows.slice(0, most.sessions)
  const rooms = await places.of(
    look,
    page.map((r) => r.id),
  )
  const lines: SessionLine[] = []
  for (const r of page) {
    const kind = await kindOf(look, r.kind, r.revision)
    lines.push({
      id: r.id,
      number: r.number,
      activity: { id: r.activity_id, title: r.title, state: r.state },
      kind: { code: r.kind, title: kind.title },
      counts: kind.counts,
      org: { id: r.org_id, name: r.org },
      startsAt: r.starts_at.toISOString(),
      endsAt: r.ends_at.toISOString(),
      place: r.place,
      room: rooms.get(r.id) ?? null,
      head: r.head,
      cancelled: r.off,
      closed: r.closed_at !== null,
      expected: r.expected,
      attended: Math.max(r.attended, r.gate_count ?? 0),
    })
  }
  return { rows: lines, more: rows.length > most.sessions }
}
