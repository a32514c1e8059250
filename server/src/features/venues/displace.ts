import type { SpecialDays } from '@gongyou/contract/venues/hours.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { tellPlaceLost } from '../activities/index.ts'
import { type BookingRow, turnBooking } from './booking.ts'
import { type Offer, offersFor } from './offers.ts'
import type { PlaceRow } from './place.ts'
import { offersText, tellBooked } from './tell-booked.ts'
import { type Time, onOneDay, openSpan } from './times.ts'
import { type VenueRow, findVenue, specialDaysOf } from './venue.ts'

type Lost = { booking: BookingRow; place: PlaceRow; offers: Offer[] }

const placesOf = (look: Look, venueId: string) =>
  look.db.selectFrom('venues.place').selectAll().where('region', '=', look.region).where('venue_id', '=', venueId).orderBy('id').execute()

/** Bookings to come at some places, held or waited for. */
const toCome = (look: Look, places: readonly PlaceRow[]) =>
  look.db
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', look.region)
    .where('place_id', '=', anyOf(places.map((p) => p.id)))
    .where('state', 'in', ['asked', 'confirmed', 'waiting'])
    .where('from_at', '>', look.at)
    .orderBy('from_at')
    .orderBy('id')
    .execute()

/** Bookings that no longer lie within the hours of their venue, if these were its hours, with other times for each. */
const misfits = async (look: Look, venue: VenueRow, places: readonly PlaceRow[], special: readonly SpecialDays[]): Promise<Lost[]> => {
  const stands = (p: PlaceRow, t: Time) => {
    const civil = onOneDay(t)
    return venue.state === 'open' && !p.closed_at && civil !== undefined && openSpan(venue, special, civil.day, civil.span) !== undefined
  }
  const lost: Lost[] = []
  for (const booking of places.length === 0 ? [] : await toCome(look, places)) {
    const place = places.find((p) => p.id === booking.place_id)!
    if (stands(place, { from: booking.from_at, to: booking.to_at })) continue
    const gone = (_: string, venueId: string, t: Time) => venueId === venue.id && !stands(place, t)
    lost.push({ booking, place, offers: await offersFor(look, { place, venue, booking }, gone) })
  }
  return lost
}

/** Who would lose a booking if the venue were shut in these days: shown before anybody decides. */
export const affectedBy = async (look: Look, venue: VenueRow, from: string, to: string | undefined) => {
  const shut: SpecialDays = { from, to: to ?? '2199-12-31', spans: [], because: '' }
  return misfits(look, venue, await placesOf(look, venue.id), [shut, ...(await specialDaysOf(look, [venue.id], look.today))])
}

/** Takes a time away from whoever had it, says why, and offers others. */
export const displace = async (work: Work, venue: VenueRow, { booking, place, offers }: Lost, because: string) => {
  if (booking.session_id) await tellPlaceLost(work, booking.session_id, because)
  await turnBooking(work, venue, booking, { state: 'displaced', because, decided: true })
  await tellBooked(
    work,
    booking,
    { venue: venue.name, place: place.name },
    { zh: '您的预订需要调整', en: 'Your booking cannot be kept' },
    offersText(because, offers),
  )
}

/** After a venue, its hours or a place changed: whatever no longer fits is displaced. Returns how many. The venue is locked by the caller. */
export const settle = async (work: Work, venueId: string, because: string) => {
  const venue = await findVenue(work, venueId)
  // Locked in one order, so that nobody books in between and two that close something do not wait for each other.
  const places = await work.tx
    .selectFrom('venues.place')
    .selectAll()
    .where('region', '=', work.region)
    .where('venue_id', '=', venueId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const lost = await misfits(work, venue, places, await specialDaysOf(work, [venueId], work.today))
  for (const one of lost) await displace(work, venue, one, because)
  return lost.length
}
