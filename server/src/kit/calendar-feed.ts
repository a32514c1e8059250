import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** Something on a calendar. Of a whole day: from the first to the day after the last. */
export type FeedEvent = {
  id: string
  from: Date
  to: Date
  wholeDays?: true
  title: string
  about?: string
  place?: string
  /** Longitude and latitude. */
  point?: readonly [number, number] | undefined
  url: string
  /** How often it was changed: a calendar takes the highest. */
  version?: number
  stamp?: Date
  cancelled?: boolean
}

/** A calendar feed (RFC 5545). Instants are written in UTC, so that no phone need know our zone. */
export const calendarFeed = (about: { name: string; product: string; url?: string }, events: readonly FeedEvent[]) => {
  const calendar = new ICalCalendar({
    name: about.name,
    prodId: { company: 'Gongyou', product: about.product, language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    ...(about.url ? { url: about.url } : {}),
  })
  for (const e of events)
    calendar.createEvent({
      id: e.id,
      start: e.from,
      end: e.to,
      ...(e.wholeDays ? { allDay: true, timezone: 'UTC' } : {}),
      summary: e.title,
      ...(e.about ? { description: e.about } : {}),
      ...(e.place ? { location: e.point ? { title: e.place, address: e.place, geo: { lon: e.point[0], lat: e.point[1] } } : e.place } : {}),
      url: e.url,
      ...(e.version === undefined ? {} : { sequence: e.version }),
      ...(e.stamp ? { stamp: e.stamp } : {}),
      ...(e.cancelled === undefined ? {} : { status: e.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED }),
    })
  return calendar.toString()
}
