import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import type { Answers, Form } from '@gongyou/contract/forms/index.ts'
import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { dayOf } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { Refused, refuse } from '../../../kit/refuse.ts'
import type { SessionPlaces } from '../house.ts'
import { type SessionRow, activityWithin, findActivity, poolsOf, sessionsOf } from '../rows.ts'
import { holdPlace, planActivity, underOf } from './plan.ts'

/** Sessions of a copy take the rooms of the first, where they are free; the draft says which are not. */
const holdAgain = async (work: Work, places: SessionPlaces, first: readonly SessionRow[], id: string) => {
  const rooms = await places.of(
    work,
    first.map((s) => s.id),
  )
  const activity = await findActivity(work, id)
  const lost: string[] = []
  for (const [i, s] of (await sessionsOf(work, id)).entries()) {
    const room = rooms.get(first[i]!.id)
    if (!room) continue
    const times = { startsAt: s.starts_at.toISOString(), endsAt: s.ends_at.toISOString() }
    try {
      await holdPlace(work, places, underOf(activity), s.pool_id, s.id, { ...times, placeId: room.place.id })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      lost.push(`第 ${s.number} 场：${error.message}`)
    }
  }
  if (lost.length === 0) return
  await work.tx
    .updateTable('activities.activity')
    .set({ because: `场地没有订上，请改。${lost.join('；')}`.slice(0, 500) })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
}

/** The same again from another day on: plan, places, seats and distances, nothing of who came. */
export const clonePlan = async (work: Work, places: SessionPlaces, id: string, how: { on: string; series: boolean; template: boolean }) => {
  const { row } = await activityWithin(work, id)
  const [sessions, pools] = [await sessionsOf(work, id), await poolsOf(work, id)]
  const first = sessions[0]
  const pool = pools[0]
  if (!first || !pool) throw refuse('activities.no-session')
  const days = daysBetween(dayOf(first.starts_at), how.on)
  if (addDays(how.on, 0) !== how.on) throw refuse('activities.times-wrong')
  const shift = (at: Date) => new Date(at.getTime() + days * 86_400_000).toISOString()
  const seriesId = how.series ? (row.series_id ?? row.id) : undefined
  if (how.series && !row.series_id)
    await work.tx.updateTable('activities.activity').set({ series_id: row.id }).where('region', '=', work.region).where('id', '=', row.id).execute()
  const quotas = await work.tx
    .selectFrom('activities.quota')
    .select(['org_id', 'seats'])
    .where('region', '=', work.region)
    .where('pool_id', '=', pool.id)
    .execute()
  const made = await planActivity(work, places, {
    kind: row.kind,
    orgId: row.org_id,
    title: row.title,
    about: row.about,
    contact: row.contact,
    programme: row.programme,
    answers: row.answers as Answers,
    questions: row.questions as Form,
    rules: row.rules as Eligibility[],
    partyMost: row.party_most,
    whole: row.whole,
    template: how.template,
    ...(seriesId ? { seriesId } : {}),
    sessions: sessions.map((s) => ({
      startsAt: shift(s.starts_at),
      endsAt: shift(s.ends_at),
      place: s.place,
      address: s.address,
      head: s.head,
      ...(s.lon !== null && s.lat !== null ? { point: [s.lon, s.lat] as [number, number] } : {}),
      ...(s.audience ? { audience: s.audience } : {}),
    })),
    seats: {
      seats: pool.seats,
      standbySeats: pool.standby_seats,
      closesAt: shift(pool.closes_at),
      cancelUntil: shift(pool.cancel_until),
      rule: pool.rule as 'first' | 'draw',
      firstTimers: pool.first_timers,
      men: pool.men_seats,
      women: pool.women_seats,
      quotas: quotas.map((q) => ({ orgId: q.org_id, seats: q.seats })),
    },
  })
  if (!how.template) await holdAgain(work, places, sessions, made)
  return made
}
