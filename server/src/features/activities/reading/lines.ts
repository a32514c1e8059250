import type { ActivityLine } from '@gongyou/contract/activities/shapes.ts'
import type { Stage } from '@gongyou/contract/activities/stage.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { kindOf } from '../kinds.ts'

export type Line = {
  id: string
  kind: string
  revision: number
  title: string
  org_id: string
  org_name: string
  town: number | null
  stage: Stage
  starts_at: Date | null
  ends_at: Date | null
  place: string | null
  sessions: number
  seats: number | null
  taken: number
  standby: number
}

/** How far an activity is, drawn from the clock and the rows: the one definition, for lists, filters and pages. */
const stage = (at: Date) => sql`
  case when a.state <> 'published' then a.state
       when s.running then 'running'
       when s.sessions > 0 and s.planned_end <= ${at} then 'finished'
       when p.open then 'open'
       when p.full then 'full'
       when p.soon then 'soon'
       else 'closed' end`

/** Every activity with what its sessions and seats add up to; `where` narrows, on `a`, `s`, `p` and `o`. */
export const linesFrom = (look: Look, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) =>
  sql<Line>`
    select * from (
      select a.id, a.kind, a.revision, a.title, a.org_id, o.name as org_name, a.town, ${stage(look.at)} as stage,
             coalesce(s.next_start, s.first_start) as starts_at, s.planned_end as ends_at, s.place, s.sessions, p.seats, p.taken, p.standby
        from activities.activity a
        join organisations.org o on o.region = a.region and o.id = a.org_id
        cross join lateral (
          select count(*)::int as sessions, min(x.starts_at) as first_start, min(x.starts_at) filter (where x.ends_at > ${look.at}) as next_start, max(x.ends_at) as planned_end,
                 coalesce(bool_or(x.starts_at <= ${look.at} and x.ends_at > ${look.at}), false) as running,
                 (array_agg(x.place order by x.ends_at <= ${look.at}, x.starts_at))[1] as place
            from activities.session x where x.region = a.region and x.activity_id = a.id and (x.cancelled_at is null or a.state = 'cancelled')) s
        cross join lateral (
          select case when bool_or(y.seats is null) then null else sum(y.seats)::int end as seats, coalesce(sum(y.taken), 0)::int as taken, coalesce(sum(y.standby), 0)::int as standby,
                 bool_or(y.up and (y.rule = 'draw' or y.seats is null or y.taken < y.seats)) as open, bool_or(y.up) as full, bool_or(y.opens_at > ${look.at}) as soon
            from (select q.*, q.opens_at <= ${look.at} and q.closes_at > ${look.at} and q.drawn_at is null as up from activities.pool q where q.region = a.region and q.activity_id = a.id
                     and (a.whole or exists (select 1 from activities.session z where z.region = q.region and z.pool_id = q.id and z.cancelled_at is null))) y) p
       where a.region = ${look.region}) l
     where ${where} order by ${order} limit ${limit}`

export const lineView = async (look: Look, l: Line): Promise<ActivityLine> => ({
  id: l.id,
  kind: { code: l.kind, title: (await kindOf(look, l.kind, l.revision)).title },
  title: l.title,
  org: { id: l.org_id, name: l.org_name },
  town: l.town,
  stage: l.stage,
  startsAt: l.starts_at?.toISOString() ?? null,
  endsAt: l.ends_at?.toISOString() ?? null,
  place: l.place ?? '',
  sessions: l.sessions,
  seats: l.seats,
  taken: l.taken,
  standby: l.standby,
})

/** One activity as a line. */
export const lineOf = async (look: Look, id: string) => (await linesFrom(look, sql`l.id = ${id}`, sql`1`, 1).execute(look.raw)).rows[0]
