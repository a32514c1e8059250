import type { SignUpLine } from '@gongyou/contract/activities/shapes.ts'
import { maskName, maskPhone } from '@gongyou/contract/kit/masking.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { holds } from '../../../kit/actor.ts'
import { activityWithin } from '../rows.ts'

type Row = {
  id: string
  pool_id: string
  person_id: string
  name: string
  mobile: string | null
  union: string | null
  state: SignUpLine['state']
  seats: number
  number: number
  party: string[] | null
  at: Date
  channel: SignUpLine['channel']
  absent: boolean
  place: number | null
  sessions: string[] | null
}
type Wanted = { pool?: string | undefined; state?: string | undefined; q?: string | undefined; after?: string | undefined; limit: number }

/** Who has signed up, in the order of arrival; whoever runs the activity reads names, others see them masked. */
export const signUpsOf = async (look: Look, activityId: string, wanted: Wanted) => {
  await activityWithin(look, activityId, 'activities.read')
  const runs =
    holds(look.by, 'activities.edit') &&
    (await activityWithin(look, activityId).then(
      () => true,
      () => false,
    ))
  const after = /^(\d{1,9})\|([0-9a-f-]{36})$/.exec(wanted.after ?? '')
  const { rows } = await sql<Row>`
    select u.id, u.pool_id, u.person_id, n.name, n.mobile, o.name as union, u.state, u.seats, u.number, u.party, u.at, u.channel, u.absent,
           case when u.state = 'standby' then (select count(*)::int + 1 from activities.sign_up b where b.region = u.region and b.pool_id = u.pool_id and b.state = 'standby' and (b.priority, b.rank) < (u.priority, u.rank)) end as place,
           (select array_agg(t.session_id) from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id
             where t.region = u.region and t.person_id = u.person_id and s.pool_id = u.pool_id and t.undone_at is null) as sessions
      from activities.sign_up u
      join activities.pool p on p.region = u.region and p.id = u.pool_id
      join people.person n on n.region = u.region and n.id = u.person_id
      left join organisations.org o on o.region = u.region and o.id = u.org_id
     where u.region = ${look.region} and p.activity_id = ${activityId}
       and (${wanted.pool ?? null}::uuid is null or u.pool_id = ${wanted.pool ?? null}::uuid)
       and (${wanted.state ?? null}::text is null or u.state = ${wanted.state ?? null})
       and (${runs ? (wanted.q ?? null) : null}::text is null or position(${wanted.q ?? ''} in n.name) > 0)
       and (u.number, u.id) > (${after ? Number(after[1]) : 0}, ${after ? after[2]! : '00000000-0000-0000-0000-000000000000'}::uuid)
     order by u.number, u.id limit ${wanted.limit + 1}`.execute(look.raw)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page.map((r): SignUpLine => ({
      id: r.id,
      poolId: r.pool_id,
      person: { id: r.person_id, name: runs ? r.name : maskName(r.name) },
      union: r.union,
      mobile: r.mobile ? maskPhone(r.mobile) : null,
      state: r.state,
      seats: r.seats,
      place: r.place,
      party: runs ? (r.party ?? []) : (r.party ?? []).map(maskName),
      at: r.at.toISOString(),
      channel: r.channel,
      absent: r.absent,
      sessions: r.sessions ?? [],
    })),
    next: rows.length > wanted.limit && last ? `${last.number}|${last.id}` : null,
  }
}
