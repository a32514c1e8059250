import type { SessionRoom } from '@gongyou/contract/activities/shapes.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { later } from '../../../kit/clock.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { SessionPlaces } from '../house.ts'
import { type Activity, type SessionRow, poolsOf, sessionsOf } from '../rows.ts'
import { endSignUps } from '../signing/cancel.ts'
import { openPools } from '../signing/known.ts'
import { addSessionRow, holdPlace, mustLast, underOf } from './plan.ts'
import { tellSignedUp } from './publish.ts'
import type { NewSession } from './repeat.ts'
import { addPool } from './seats.ts'

const whenOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
const mayPlan = ({ row }: Activity) => {
  if (row.state !== 'draft' && row.state !== 'published') throw refuse('activities.not-now')
}

/** One more session: with seats of its own, or in the course everybody has signed up for. */
export const addOne = async (work: Work, places: SessionPlaces, activity: Activity, s: NewSession) => {
  mayPlan(activity)
  mustLast(s)
  const { row, kind } = activity
  const sessions = await sessionsOf(work, row.id)
  if (sessions.length >= 60) throw refuse('activities.not-now')
  const like = (await poolsOf(work, row.id))[0]
  const poolId =
    row.whole && like
      ? like.id
      : await addPool(
          work,
          kind,
          row.id,
          new Date(s.startsAt),
          like ? { seats: like.seats, standbySeats: like.standby_seats, rule: like.rule as 'first' | 'draw' } : {},
        )
  await addSessionRow(work, places, underOf(activity), poolId, Math.max(0, ...sessions.map((x) => x.number)) + 1, s)
  work.ledger.act({ kind: 'session.added', subject: row.id, org: row.org_id })
}

/** When the pool's only or first session moves, the end of sign-up and of cancelling move with it. */
const shiftPool = async (work: Work, before: SessionRow, startsAt: Date) => {
  const first = await work.tx
    .selectFrom('activities.session')
    .select('id')
    .where('region', '=', work.region)
    .where('pool_id', '=', before.pool_id)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  const minutes = (startsAt.getTime() - before.starts_at.getTime()) / 60_000
  if (first?.id !== before.id || minutes === 0) return
  const pool = await work.tx
    .selectFrom('activities.pool')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', before.pool_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const closes = later(pool.closes_at, { minutes })
  await work.tx
    .updateTable('activities.pool')
    .set({
      closes_at: closes,
      cancel_until: later(pool.cancel_until, { minutes }),
      ...(closes <= pool.opens_at ? { opens_at: later(closes, { minutes: -1 }) } : {}),
    })
    .where('region', '=', work.region)
    .where('id', '=', pool.id)
    .execute()
}

const heldBy = (room: SessionRoom) => (room.state === 'asked' || room.state === 'confirmed' ? room.place.id : undefined)

/** After the seats of a pool changed: the places its sessions have booked must hold as many. */
export const fitPlaces = async (work: Work, places: SessionPlaces, activity: Activity, poolId: string) => {
  const sessions = (await sessionsOf(work, activity.row.id)).filter((s) => s.pool_id === poolId && !s.cancelled_at && s.ends_at > work.at)
  const rooms = await places.of(
    work,
    sessions.map((s) => s.id),
  )
  for (const s of sessions) {
    const room = rooms.get(s.id)
    const placeId = room && heldBy(room)
    const times = { startsAt: s.starts_at.toISOString(), endsAt: s.ends_at.toISOString() }
    if (placeId) await holdPlace(work, places, underOf(activity), poolId, s.id, { ...times, placeId })
  }
}

/** Moves a session; where the activity is public everybody who signed up is told what was and what is. */
export const moveSession = async (
  work: Work,
  places: SessionPlaces,
  activity: Activity,
  session: SessionRow,
  given: NewSession & { version: number },
) => {
  mayPlan(activity)
  mustLast(given)
  if (session.version !== given.version) throw refuse('record.changed')
  if (session.cancelled_at) throw refuse('activities.session-cancelled')
  if (session.closed_at) throw refuse('activities.session-closed')
  await openPools(work, [session.pool_id])
  const [from, to] = [new Date(given.startsAt), new Date(given.endsAt)]
  const moved = from.getTime() !== session.starts_at.getTime() || to.getTime() !== session.ends_at.getTime()
  if (moved) await shiftPool(work, session, from)
  await work.tx
    .updateTable('activities.session')
    .set({
      starts_at: from,
      ends_at: to,
      place: given.place,
      address: given.address,
      lon: given.point?.[0] ?? null,
      lat: given.point?.[1] ?? null,
      audience: given.audience ?? null,
      head: given.head,
      version: session.version + 1,
    })
    .where('region', '=', work.region)
    .where('id', '=', session.id)
    .execute()
  // What it held moves along, unless it is to be held elsewhere.
  const room = (await places.of(work, [session.id])).get(session.id)
  const standing = room && heldBy(room)
  const placeId = given.placeId === undefined ? standing : given.placeId
  if (placeId) await holdPlace(work, places, underOf(activity), session.pool_id, session.id, { ...given, placeId })
  else if (room) await places.free(work, [session.id], '场次改到别处')
  work.ledger.act({
    kind: 'session.changed',
    subject: session.id,
    org: activity.row.org_id,
    data: { from: session.starts_at.toISOString(), to: from.toISOString() },
  })
  if (activity.row.state !== 'published' || !(moved || given.place !== session.place)) return
  const { title } = activity.row
  await tellSignedUp(work, activity.row.id, session.pool_id, {
    kind: 'activity.moved',
    title: t(`活动有变：${title}`, `Changed: ${title}`),
    body: t(
      `原定 ${whenOf(session.starts_at)} ${session.place}，改为 ${whenOf(from)} ${given.place}。不能参加请取消报名。`,
      `It was ${whenOf(session.starts_at)}, ${session.place}; it is now ${whenOf(from)}, ${given.place}. If you cannot come, please cancel.`,
    ),
  })
}

/** One session is cancelled. Where people signed up for it alone, their sign-ups end; in a course the others stay. */
export const cancelOne = async (work: Work, places: SessionPlaces, activity: Activity, session: SessionRow, version: number, because: string) => {
  mayPlan(activity)
  if (session.version !== version) throw refuse('record.changed')
  if (session.cancelled_at) throw refuse('activities.session-cancelled')
  if (session.closed_at) throw refuse('activities.session-closed')
  await openPools(work, [session.pool_id])
  await work.tx
    .updateTable('activities.session')
    .set({ cancelled_at: work.at, because, version: version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', session.id)
    .execute()
  await places.free(work, [session.id], `场次取消：${because}`)
  work.ledger.act({ kind: 'session.cancelled', subject: session.id, org: activity.row.org_id, data: { because } })
  const others = await work.tx
    .selectFrom('activities.session')
    .select('id')
    .where('region', '=', work.region)
    .where('pool_id', '=', session.pool_id)
    .where('cancelled_at', 'is', null)
    .execute()
  const message = {
    title: t(`场次取消：${activity.row.title}`, `Session cancelled: ${activity.row.title}`),
    body: t(`${whenOf(session.starts_at)} ${session.place}：${because}`, `${whenOf(session.starts_at)}, ${session.place}: ${because}`),
  }
  if (others.length > 0) return tellSignedUp(work, activity.row.id, session.pool_id, { kind: 'activity.session-cancelled', ...message })
  const standing = await work.tx
    .selectFrom('activities.sign_up')
    .select('id')
    .where('region', '=', work.region)
    .where('pool_id', '=', anyOf([session.pool_id]))
    .where('state', '<>', 'cancelled')
    .execute()
  await endSignUps(
    work,
    standing.map((s) => s.id),
    { because, refill: false, tell: () => message },
  )
}
