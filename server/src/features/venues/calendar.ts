import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf, spansText } from '@gongyou/contract/venues/hours.ts'
import { ICalCalendarMethod, ICalCalendar } from 'ical-generator'
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
  const calendar = new ICalCalendar({
    name: venue.name,
    prodId: { company: 'Gongyou', product: 'venues', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    url,
  })
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
  for (const b of taken) {
    const place = places.find((p) => p.id === b.place_id)!
    const summary = `${place.name} · ${b.state === 'blocked' ? '不开放' : '已预订'}`
    calendar.createEvent({ id: b.id, start: b.from_at, end: b.to_at, stamp: b.decided_at ?? b.asked_at, summary, location: venue.address, url })
  }
  for (const s of await specialDaysOf(look, [venue.id], addDays(look.today, -7)))
    calendar.createEvent({
      id: s.id,
      allDay: true,
      start: new Date(`${s.from}T00:00:00Z`),
      end: new Date(`${addDays(s.to, 1)}T00:00:00Z`),
      timezone: 'UTC',
      stamp: look.at,
      summary: s.spans.length === 0 ? `${venue.name} 不开放` : `${venue.name} ${spansText(s.spans)}`,
      description: s.because,
      url,
    })
  return calendar.toString()
}
