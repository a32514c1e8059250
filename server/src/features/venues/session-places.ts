import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import { holds } from '../../kit/actor.ts'
import { type Work, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { HeldSession, SessionPlaces } from '../activities/index.ts'
import { reachOf } from '../organisations/index.ts'
import { mustHold, mustStand, writeBooking } from './book.ts'
import { type BookingRow, isHolding, turnBooking } from './booking.ts'
import { type PlaceRow, lockPlace } from './place.ts'
import { promote } from './promote.ts'
import { timeText } from './tell-booked.ts'
import { type Time, onOneDay, openSpan } from './times.ts'
import { type VenueRow, specialDaysOf } from './venue.ts'

type At = { place: PlaceRow; venue: VenueRow }

/** Bookings of sessions that still say something: a time held, or one that was taken away and not replaced. */
const bookingsOf = (work: Work, sessions: readonly string[]) =>
  work.tx
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', work.region)
    .where('session_id', '=', anyOf(sessions))
    .where('state', 'in', ['asked', 'confirmed', 'displaced', 'refused'])
    .orderBy('place_id')
    .orderBy('id')
    .execute()

/** Places are locked in the order of their ids, so that two who exchange rooms do not wait for each other. */
const lockPlaces = async (work: Work, ids: readonly string[]) => {
  const found = new Map<string, At>()
  for (const id of [...new Set(ids)].toSorted()) found.set(id, await lockPlace(work, id))
  return found
}

const letGo = async (work: Work, places: ReadonlyMap<string, At>, rows: readonly BookingRow[], because: string) => {
  for (const row of rows) await turnBooking(work, places.get(row.place_id)!.venue, row, { state: 'cancelled', because, decided: true })
}
/** Who waited for the time moves up, once the session has what it wants. */
const giveOn = async (work: Work, places: ReadonlyMap<string, At>, rows: readonly BookingRow[]) => {
  for (const row of rows.filter(isHolding)) await promote(work, places.get(row.place_id)!, { from: row.from_at, to: row.to_at })
}

const runs = async (work: Work, venue: VenueRow, right: Right) => {
  if (!holds(work.by, right)) return false
  const reach = await reachOf(work, right)
  return reach === 'all' || reach.includes(venue.org_id)
}

/** Who holds some of a time, in words an officer may read: never a person. */
const takenBy = async (work: Work, at: At, t: Time) => {
  const other = await work.tx
    .selectFrom('venues.booking')
    .select(['from_at', 'to_at'])
    .where('region', '=', work.region)
    .where('place_id', '=', at.place.id)
    .where('state', 'in', ['asked', 'confirmed', 'blocked'])
    .where('from_at', '<', t.to)
    .where('to_at', '>', t.from)
    .orderBy('from_at')
    .limit(1)
    .executeTakeFirst()
  const where = `${at.venue.name} ${at.place.name}`
  const held = other ? timeText({ from: other.from_at, to: other.to_at }) : ''
  return refuse('venues.taken', {
    says: { zh: `${where} ${held} 已有安排，请换时间或场地`, en: `${where} is taken ${held}; choose another time or place` },
  })
}

/** As many people as the session now has seats. */
const reseat = async (work: Work, row: BookingRow, people: number | undefined) => {
  if (row.people === (people ?? null)) return
  await work.tx
    .updateTable('venues.booking')
    .set({ people: people ?? null, version: row.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
}

const hold = async (work: Work, s: HeldSession) => {
  const before = await bookingsOf(work, [s.id])
  const places = await lockPlaces(work, [s.placeId, ...before.map((b) => b.place_id)])
  const at = places.get(s.placeId)!
  const kept = before.find((b) => isHolding(b) && b.place_id === s.placeId && +b.from_at === +s.from && +b.to_at === +s.to)
  mustHold(at, s.people)
  if (kept) return reseat(work, kept, s.people)
  mustStand(at)
  const time = { from: s.from, to: s.to }
  const civil = onOneDay(time)
  if (!civil)
    throw refuse('venues.time-wrong', { says: { zh: '订场地的场次要在同一天内、按整分钟', en: 'A session in a booked place lies within one day' } })
  if (!openSpan(at.venue, await specialDaysOf(work, [at.venue.id], work.today), civil.day, civil.span))
    throw refuse('venues.outside-hours', {
      says: { zh: `${at.venue.name} ${timeText(time)} 不开放`, en: `${at.venue.name} is not open ${timeText(time)}` },
    })
  await letGo(work, places, before, '场次改期或换场地')
  // Whoever runs the venue decides with the plan; others ask where the place asks for it. Either way the time is held.
  const state = at.place.needs_approval && !(await runs(work, at.venue, 'venues.edit')) ? 'asked' : 'confirmed'
  const made = await writeBooking(work, at, {
    ...time,
    state,
    org: s.orgId,
    purpose: s.title,
    people: s.people,
    session: s.id,
  })
  if (!made) throw await takenBy(work, at, time)
  await giveOn(work, places, before)
}

const free = async (work: Work, sessions: readonly string[], because: string) => {
  const rows = await bookingsOf(work, sessions)
  const places = await lockPlaces(
    work,
    rows.map((r) => r.place_id),
  )
  await letGo(work, places, rows, because)
  await giveOn(work, places, rows)
}

/** Sessions in the places of venues: what activities are given of them. */
export const sessionPlaces: SessionPlaces = {
  hold,
  free,
  of: async (look, sessions) => {
    const { rows } = await sql<{
      session_id: string
      place_id: string
      place: string
      venue_id: string
      venue: string
      state: string
      because: string
    }>`
      select distinct on (b.session_id) b.session_id, b.place_id, p.name as place, v.id as venue_id, v.name as venue, b.state, b.because
        from venues.booking b
        join venues.place p on p.region = b.region and p.id = b.place_id
        join venues.venue v on v.region = p.region and v.id = p.venue_id
       where b.region = ${look.region} and b.session_id = ${anyOf(sessions)} and b.state in ('asked', 'confirmed', 'displaced', 'refused')
       order by b.session_id, b.asked_at desc, b.id desc`.execute(look.raw)
    return new Map(
      rows.map((r) => [
        r.session_id,
        {
          place: { id: r.place_id, name: r.place },
          venue: { id: r.venue_id, name: r.venue },
          state: r.state as 'asked' | 'confirmed' | 'displaced' | 'refused',
          because: r.because,
        },
      ]),
    )
  },
}
