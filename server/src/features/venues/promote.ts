import type { Work } from '../../kit/db/database.ts'
import { type BookingRow, countBooking, turnBooking } from './booking.ts'
import type { PlaceRow } from './place.ts'
import { tellBooked } from './tell-booked.ts'
import { type Time, onOneDay, openSpan } from './times.ts'
import { type VenueRow, specialDaysOf } from './venue.ts'

/** Whether nothing holds any of a time; the place is locked, so that this stays true until the commit. */
const isFree = async (work: Work, placeId: string, { from, to }: Time) =>
  (await work.db
    .selectFrom('venues.booking')
    .select('id')
    .where('region', '=', work.region)
    .where('place_id', '=', placeId)
    .where('state', 'in', ['asked', 'confirmed', 'blocked'])
    .where('to_at', '>', from)
    .where('from_at', '<', to)
    .limit(1)
    .executeTakeFirst()) === undefined

/** Gives a waiting booking its time. */
const giveTime = async (work: Work, at: { place: PlaceRow; venue: VenueRow }, b: BookingRow) => {
  const day = onOneDay({ from: b.from_at, to: b.to_at })!.day
  if (at.place.needs_approval) await turnBooking(work, at.venue, b, { state: 'asked' })
  else await turnBooking(work, at.venue, b, { state: 'confirmed', act: countBooking(work, at, b, day) })
  await tellBooked(
    work,
    b,
    { venue: at.venue.name, place: at.place.name },
    at.place.needs_approval ? { zh: '候补到了，等待审批', en: 'Your turn; approval pending' } : { zh: '候补成功', en: 'You have got the time' },
    { zh: '不去的话请及时取消，后面还有人在等。', en: 'Please cancel if you will not come; others are waiting.' },
  )
}

/**
 * A time became free: those who wait for any of it move up in the order in which they came, each only where the whole of
 * what he wants is free. The place is locked by the caller.
 */
export const promote = async (work: Work, at: { place: PlaceRow; venue: VenueRow }, freed: Time) => {
  if (at.venue.state !== 'open' || at.place.closed_at) return 0
  const waiting = await work.db
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', work.region)
    .where('place_id', '=', at.place.id)
    .where('state', '=', 'waiting')
    .where('to_at', '>', freed.from)
    .where('from_at', '<', freed.to)
    .where('from_at', '>', work.at)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  const special = waiting.length > 0 ? await specialDaysOf(work, [at.venue.id], work.today) : []
  let given = 0
  for (const b of waiting) {
    const time = { from: b.from_at, to: b.to_at }
    const civil = onOneDay(time)!
    if (!openSpan(at.venue, special, civil.day, civil.span) || !(await isFree(work, at.place.id, time))) continue
    await giveTime(work, at, b)
    given++
  }
  return given
}
