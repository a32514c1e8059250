import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { type Span, type SpecialDays, civilOf, instantOf, spansOn } from '@gongyou/contract/venues/hours.ts'
import type { PlaceDay } from '@gongyou/contract/venues/shapes.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { PlaceRow } from './place.ts'
import { type VenueRow, hoursOfRow, specialDaysOf } from './venue.ts'

export type Time = { from: Date; to: Date }

const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2199, 0)]
/** A slip of the finger into the year 9999 is refused here, and not where days are added to it. */
export const readTime = (given: { from: string; to: string }): Time => {
  const time = { from: new Date(given.from), to: new Date(given.to) }
  if (!(time.from.getTime() >= earliest && time.to.getTime() <= latest && time.from < time.to)) throw refuse('venues.time-wrong')
  return time
}

/** A time as minutes of one civil day; a booking never runs over midnight. */
export const onOneDay = ({ from, to }: Time): { day: string; span: Span } | undefined => {
  const [a, b] = [civilOf(from), civilOf(to)]
  const end = b.day === addDays(a.day, 1) && b.minute === 0 ? 1440 : b.day === a.day ? b.minute : undefined
  if (end === undefined || end <= a.minute || from.getTime() % 60_000 !== 0 || to.getTime() % 60_000 !== 0) return undefined
  return { day: a.day, span: [a.minute, end] }
}

/** A time given in a request; what is no time of one day is refused. */
export const timeOf = (given: { from: string; to: string }) => {
  const time = readTime(given)
  const civil = onOneDay(time)
  if (!civil) throw refuse('venues.time-wrong')
  return { ...time, ...civil }
}

/** The opening span a time lies in, or undefined. */
export const openSpan = (venue: Pick<VenueRow, 'hours'>, special: readonly SpecialDays[], day: string, [from, to]: Span) =>
  spansOn(hoursOfRow(venue), special, day).find(([a, b]) => a <= from && to <= b)

/** What an ordinary booking must keep: whole slots within the hours, neither past nor too far off, not too long. */
export const mustFit = async (look: Look, place: PlaceRow, venue: VenueRow, time: Time & { day: string; span: Span }) => {
  const { day, span } = time
  if (time.from <= look.at) throw refuse('venues.time-wrong')
  if (daysBetween(look.today, day) > place.ahead_days)
    throw refuse('venues.too-early', {
      says: { zh: `最早提前 ${place.ahead_days} 天预订`, en: `Can be booked ${place.ahead_days} days ahead` },
    })
  const open = openSpan(venue, await specialDaysOf(look, [venue.id], look.today), day, span)
  if (!open) throw refuse('venues.outside-hours')
  if ((span[0] - open[0]) % place.slot_minutes !== 0 || (span[1] - span[0]) % place.slot_minutes !== 0) throw refuse('venues.time-wrong')
  if (span[1] - span[0] > place.most_minutes)
    throw refuse('venues.too-long', { says: { zh: `一次最长 ${place.most_minutes} 分钟`, en: `At most ${place.most_minutes} minutes` } })
}

const clipped = (from: Date, to: Date, day: string): Span => {
  const [a, b] = [civilOf(from), civilOf(to)]
  return [a.day < day ? 0 : a.minute, b.day > day ? 1440 : b.minute]
}

/** What is open and what is taken on some days, for several places at once. */
export const daysOf = async (look: Look, places: readonly { place: PlaceRow; venue: VenueRow }[], first: string, days: number) => {
  const special = await specialDaysOf(look, [...new Set(places.map((p) => p.venue.id))], first)
  const taken = await look.db
    .selectFrom('venues.booking')
    .select(['place_id', 'from_at', 'to_at'])
    .where('region', '=', look.region)
    .where('place_id', '=', anyOf(places.map((p) => p.place.id)))
    .where('state', 'in', ['asked', 'confirmed', 'blocked'])
    .where('to_at', '>', instantOf(first, 0))
    .where('from_at', '<', instantOf(addDays(first, days), 0))
    .orderBy('from_at')
    .execute()
  return places.map(({ place, venue }) => {
    const own = special.filter((s) => s.venue === venue.id)
    const standing = venue.state === 'open' && !place.closed_at
    return Array.from({ length: days }, (_, i): PlaceDay => {
      const day = addDays(first, i)
      const [start, end] = [instantOf(day, 0), instantOf(addDays(day, 1), 0)]
      return {
        day,
        open: standing ? spansOn(hoursOfRow(venue), own, day).map(([a, b]): [number, number] => [a, b]) : [],
        taken: taken
          .filter((t) => t.place_id === place.id && t.from_at < end && t.to_at > start)
          .map((t) => [...clipped(t.from_at, t.to_at, day)] as [number, number]),
        because: own.find((s) => s.from <= day && day <= s.to)?.because ?? null,
      }
    })
  })
}
