import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { weekly, writeBooking } from './book.ts'
import type { BookingRow } from './booking.ts'
import { displace } from './displace.ts'
import { offersFor } from './offers.ts'
import { lockPlaceWithin } from './place.ts'
import { type Time, readTime } from './times.ts'

const overlaps = (b: Pick<BookingRow, 'from_at' | 'to_at'>, t: Time) => b.from_at < t.to && b.to_at > t.from

type Block = { from: string; to: string; weeks: number; because: string; dry: boolean }

/** Keeps a place free of bookings; what lies in the time is displaced. With `dry` nothing is written: it shows whom it would hit. */
export const block = async (work: Work, placeId: string, given: Block) => {
  const at = await lockPlaceWithin(work, placeId)
  const first = readTime(given)
  if (first.to <= work.at || first.to.getTime() - first.from.getTime() > 31 * 86_400_000) throw refuse('venues.time-wrong')
  const times = weekly(first, given.weeks)
  const held = await work.db
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', work.region)
    .where('place_id', '=', placeId)
    .where('state', 'in', ['asked', 'confirmed'])
    .where('to_at', '>', first.from)
    .where('from_at', '<', times.at(-1)!.to)
    .orderBy('from_at')
    .execute()
  const hit = held.filter((b) => times.some((t) => overlaps(b, t)))
  // What is under way or over stays as it was.
  if (hit.some((b) => b.from_at <= work.at))
    throw refuse('venues.taken', { says: { zh: '这段时间里有正在使用的预订', en: 'A booking in this time is under way' } })
  if (given.dry) return { made: [], taken: [], displaced: hit }
  for (const booking of hit) {
    const offers = await offersFor(work, { ...at, booking }, (place, _, t) => place === placeId && times.some((x) => t.from < x.to && t.to > x.from))
    await displace(work, at.venue, { booking, place: at.place, offers }, given.because)
  }
  const series = given.weeks > 1 ? newId() : null
  const made: BookingRow[] = []
  const taken: Time[] = []
  for (const time of times) {
    const row = await writeBooking(work, at, { ...time, state: 'blocked', because: given.because, series })
    if (row) made.push(row)
    else taken.push(time)
  }
  if (made.length === 0) throw refuse('venues.taken', { says: { zh: '这段时间已经占用', en: 'It is blocked already' } })
  return { made, taken, displaced: hit }
}
