import type { MySignUp } from '@gongyou/contract/activities/shapes.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../../kit/db/database.ts'
import { later } from '../../../kit/clock.ts'
import { kindOf } from '../kinds.ts'
import { sessionView } from './parts.ts'

type Row = {
  id: string
  pool_id: string
  state: string
  seats: number
  party: string[] | null
  at: Date
  activity_id: string
  title: string
  kind: string
  revision: number
  cancel_until: Date
  place: number | null
}

/** How long a person may say what it was like (setting). */
const ratingDays = 30

/** A person's sign-ups, of all activities or of one: open ones first, then those of the last year. */
export const mySignUps = async (look: Look, personId: string, activityId?: string): Promise<MySignUp[]> => {
  const { rows } = await sql<Row>`
    select u.id, u.pool_id, u.state, u.seats, u.party, u.at, p.activity_id, a.title, a.kind, a.revision, p.cancel_until,
           case when u.state = 'standby' then (select count(*)::int + 1 from activities.sign_up b where b.region = u.region and b.pool_id = u.pool_id and b.state = 'standby' and (b.priority, b.rank) < (u.priority, u.rank)) end as place
      from activities.sign_up u join activities.pool p on p.region = u.region and p.id = u.pool_id join activities.activity a on a.region = p.region and a.id = p.activity_id
     where u.region = ${look.region} and u.person_id = ${personId} and (${activityId ?? null}::uuid is null or p.activity_id = ${activityId ?? null}::uuid)
     order by u.at desc limit 100`.execute(look.raw)
  const sessions = await look.db
    .selectFrom('activities.session')
    .selectAll()
    .where('region', '=', look.region)
    .where('pool_id', '=', anyOf(rows.map((r) => r.pool_id)))
    .orderBy('starts_at')
    .execute()
  const attended = await look.db
    .selectFrom('activities.attendance as t')
    .leftJoin('activities.rating as r', (j) => j.onRef('r.region', '=', 't.region').onRef('r.attendance_id', '=', 't.id'))
    .select(['t.session_id', 't.at', 'r.stars'])
    .where('t.region', '=', look.region)
    .where('t.person_id', '=', personId)
    .where('t.undone_at', 'is', null)
    .where('t.session_id', '=', anyOf(sessions.map((s) => s.id)))
    .execute()
  const mine: MySignUp[] = []
  for (const r of rows) {
    const { rated } = await kindOf(look, r.kind, r.revision)
    mine.push({
      id: r.id,
      activityId: r.activity_id,
      title: r.title,
      poolId: r.pool_id,
      state: r.state as MySignUp['state'],
      seats: r.seats,
      place: r.place,
      party: r.party ?? [],
      at: r.at.toISOString(),
      cancelUntil: r.cancel_until.toISOString(),
      mayCancel: r.state === 'standby' || r.state === 'entered' || (r.state === 'confirmed' && look.at <= r.cancel_until),
      sessions: sessions
        .filter((s) => s.pool_id === r.pool_id)
        .map((s) => {
          const was = attended.find((t) => t.session_id === s.id)
          return {
            ...sessionView(s),
            attendedAt: was?.at.toISOString() ?? null,
            stars: was?.stars ?? null,
            mayRate: Boolean(rated && was && was.stars === null && look.at < later(s.ends_at, { days: ratingDays })),
          }
        }),
    })
  }
  return mine
}
