import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { type Span, civilOf, instantOf } from '@gongyou/contract/venues/hours.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import type { BookingRow } from './booking.ts'
import type { PlaceRow } from './place.ts'
import { type Time, daysOf } from './times.ts'
import type { VenueRow } from './venue.ts'

export type Offer = { place: { id: string; name: string }; venue: { id: string; name: string; code: string }; from: Date; to: Date }

/** Places like the one somebody lost: of the same kind and large enough; in the same venue first, then the same town. */
const placesLike = async (look: Look, place: PlaceRow, venue: VenueRow, people: number | null) => {
  const { rows } = await sql<{ id: string }>`
    select p.id from venues.place p join venues.venue v on v.region = p.region and v.id = p.venue_id
     where p.region = ${look.region} and p.closed_at is null and v.state = 'open' and p.kind = ${place.kind} and (p.seats is null or p.seats >= ${people ?? 0})
     order by (p.id = ${place.id}) desc, (v.id = ${venue.id}) desc, (v.town is not distinct from ${venue.town}) desc, p.id limit 8`.execute(look.raw)
  const ids = rows.map((r) => r.id)
  if (ids.length === 0) return []
  const places = await look.db.selectFrom('venues.place').selectAll().where('region', '=', look.region).where('id', '=', anyOf(ids)).execute()
  const venues = await look.db
    .selectFrom('venues.venue')
    .selectAll()
    .where('region', '=', look.region)
    .where('id', '=', anyOf(places.map((p) => p.venue_id)))
    .execute()
  return ids.map((id) => {
    const found = places.find((p) => p.id === id)!
    return { place: found, venue: venues.find((v) => v.id === found.venue_id)! }
  })
}

const isFree = (taken: readonly (readonly [number, number])[], [from, to]: Span) => taken.every(([a, b]) => b <= from || to <= a)

/** Times of a length on one day's grid. */
const slotsOf = (open: readonly (readonly [number, number])[], step: number, length: number): Span[] =>
  open.flatMap(([a, b]) =>
    Array.from({ length: Math.max(0, Math.floor((b - a - length) / step) + 1) }, (_, i): Span => [a + i * step, a + i * step + length]),
  )

/**
 * Up to three other times for a booking that lost its own: as long, within a week, nearest to what was wanted. `without`
 * says what is about to be taken away and cannot be offered.
 */
export const offersFor = async (
  look: Look,
  lost: { place: PlaceRow; venue: VenueRow; booking: Pick<BookingRow, 'from_at' | 'to_at' | 'people'> },
  without: (placeId: string, venueId: string, time: Time) => boolean = () => false,
): Promise<Offer[]> => {
  const { booking } = lost
  const wanted = civilOf(booking.from_at)
  const first = wanted.day < look.today ? look.today : wanted.day
  const length = Math.round((booking.to_at.getTime() - booking.from_at.getTime()) / 60_000)
  const places = await placesLike(look, lost.place, lost.venue, booking.people)
  if (places.length === 0) return []
  const days = await daysOf(look, places, first, 7)
  const found = places.flatMap(({ place, venue }, i) =>
    days[i]!.flatMap((d) =>
      slotsOf(d.open, place.slot_minutes, length)
        .filter((s) => isFree(d.taken, s))
        .map((s) => ({ place, venue, from: instantOf(d.day, s[0]), to: instantOf(d.day, s[1]), rank: i })),
    ),
  )
  const far = (o: { from: Date; rank: number }) => Math.abs(o.from.getTime() - booking.from_at.getTime()) / 60_000 + o.rank * 30
  const possible = found
    .filter((o) => o.from > look.at && o.from <= instantOf(addDays(look.today, o.place.ahead_days + 1), 0) && !without(o.place.id, o.venue.id, o))
    .sort((a, b) => far(a) - far(b))
  // One where he wanted to be, whenever that is; the rest as near as can be had.
  const here = possible.find((o) => o.venue.id === lost.venue.id)
  return [...new Set(here ? [here, ...possible] : possible)].slice(0, 3).map((o) => ({
    place: { id: o.place.id, name: o.place.name },
    venue: { id: o.venue.id, name: o.venue.name, code: o.venue.code },
    from: o.from,
    to: o.to,
  }))
}
