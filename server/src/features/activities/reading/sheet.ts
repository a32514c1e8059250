import type { PaperSort, getSessionSheet } from '@gongyou/contract/activities/station.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { sql } from 'kysely'
import { holds } from '../../../kit/actor.ts'
import type { Look } from '../../../kit/db/database.ts'
import { maskName } from '@gongyou/contract/kit/masking.ts'
import { activityWithin, sessionWithin } from '../rows.ts'

type Sheet = ReplyOf<typeof getSessionSheet>
type Row = {
  name: string
  union: string | null
  mobile: string | null
  seats: number
  at: Date | null
  via: Sheet['persons'][number]['via']
  absent: boolean
}

/** Everybody who was expected and everybody who came, in the order of names. */
const personsOf = (look: Look, sessionId: string, poolId: string) =>
  sql<Row>`
    select n.name, o.name as union, n.mobile, coalesce(u.seats, t.heads) as seats, t.at, t.via, coalesce(u.absent, false) as absent
      from (select * from activities.sign_up where region = ${look.region} and pool_id = ${poolId} and state = 'confirmed') u
      full join (select * from activities.attendance where region = ${look.region} and session_id = ${sessionId} and undone_at is null) t on t.person_id = u.person_id
      join people.person n on n.region = ${look.region} and n.id = coalesce(u.person_id, t.person_id)
      left join organisations.org o on o.region = ${look.region} and o.id = u.org_id
     order by n.name, n.id limit 5000`.execute(look.raw)

export const sheetOf = async (look: Look, sessionId: string): Promise<Sheet> => {
  const { session, activity } = await sessionWithin(look, sessionId, 'activities.read')
  const runs =
    holds(look.by, 'activities.edit') &&
    (await activityWithin(look, activity.row.id).then(
      () => true,
      () => false,
    ))
  const persons = (await personsOf(look, sessionId, session.pool_id)).rows
  const evidence = await look.db
    .selectFrom('activities.evidence as e')
    .innerJoin('documents.file as f', (j) => j.onRef('f.region', '=', 'e.region').onRef('f.id', '=', 'e.file_id'))
    .selectAll('e')
    .select('f.name')
    .where('e.region', '=', look.region)
    .where('e.session_id', '=', sessionId)
    .where('e.removed_at', 'is', null)
    .orderBy('e.taken_at')
    .limit(200)
    .execute()
  const ratings = await look.db
    .selectFrom('activities.rating')
    .select(['stars', 'said', 'at'])
    .where('region', '=', look.region)
    .where('session_id', '=', sessionId)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  const org = await look.db
    .selectFrom('organisations.org')
    .select('name')
    .where('region', '=', look.region)
    .where('id', '=', activity.row.org_id)
    .executeTakeFirstOrThrow()
  return {
    title: activity.row.title,
    org: org.name,
    kind: activity.kind.title.zh,
    startsAt: session.starts_at.toISOString(),
    endsAt: session.ends_at.toISOString(),
    place: session.place,
    head: session.head,
    gateCount: session.gate_count,
    persons: persons.map((p) => ({
      name: runs ? p.name : maskName(p.name),
      union: p.union ?? '',
      phone: p.mobile?.slice(-4) ?? '',
      seats: p.seats,
      attendedAt: p.at?.toISOString() ?? null,
      via: p.via,
      absent: p.absent,
    })),
    photos: evidence
      .filter((p) => p.sort === 'photo')
      .map((p) => ({
        id: p.id,
        takenAt: p.taken_at.toISOString(),
        place: p.place,
        said: p.said,
        point: p.lon !== null && p.lat !== null ? [p.lon, p.lat] : null,
      })),
    papers: evidence.flatMap((p) =>
      p.sort === 'photo' ? [] : [{ id: p.id, sort: p.sort as PaperSort, name: p.name, said: p.said, at: p.at.toISOString() }],
    ),
    // Who said it stays with the return visit: a sheet goes to others.
    ratings: ratings.map((r) => ({ stars: r.stars, said: r.said, at: r.at.toISOString() })),
  }
}
