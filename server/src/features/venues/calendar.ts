import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf, spansText } from '@gongyou/contract/venues/hours.ts'
import { type FeedEvent, calendarFeed } from '../../kit/calendar-feed.ts'
import type { Look } from '../../kit/db/database.ts'
import { placesOf } from './place.ts'
import { specialDaysOf, venueAt } from './venue.ts'

/**
 * A venue as a calendar feed (RFC 5545): taken times of its places and the days with other hours, from last week for three
 * months. Times are instants in UTC, so that no time zone has to be described. Whoever has the address can read it, so it
 * never says by whom or what for.
 */
export const calendarOf = async (look: Look, code: string, publicUrl: string) => {
  const venue = await venueAt(look, code)
  const url = `${publicUrl}/m/v/${venue.code}`
  const places = await placesOf(look, venue.id)
  const taken = await look.db
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', look.region)
    .where('place_id', 'in', places.length > 0 ? places.map((p) => p.id) : ['00000000-0000-0000-0000-000000000000'])
    .where('state', 'in', ['confirmed', 'blocked'])
    .where('to_at', '>', instantOf(addDays(look.today, -7), 0))
    .where('from_at', '<', instantOf(addDays(look.today, 92), 0))
    .orderBy('from_at')
    .limit(2000)
    .execute()
  const bookings = taken.map((b): FeedEvent => {
    const title = `${places.find((p) => p.id === b.place_id)!.name} · ${b.state === 'blocked' ? '不开放' : '已预订'}`
    return { id: b.id, from: b.from_at, to: b.to_at, stamp: b.decided_at ?? b.asked_at, title, place: venue.address, url }
  })
  const special = (await specialDaysOf(look, [venue.id], addDays(look.today, -7))).map((s): FeedEvent => ({
    id: s.id,
    wholeDays: true,
    from: new Date(`${s.from}T00:00:00Z`),
    to: new Date(`${addDays(s.to, 1)}T00:00:00Z`),
    stamp: look.at,
    title: s.spans.length === 0 ? `${venue.name} 不开放` : `${venue.name} ${spansText(s.spans)}`,
    about: s.because,
    url,
  }))
  return calendarFeed({ name: venue.name, product: 'venues', url }, [...bookings, ...special])
}
