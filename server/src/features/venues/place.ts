import type { Place } from '@gongyou/contract/venues/shapes.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { settle } from './displace.ts'
import { type VenueRow, aboutVenue, findVenue, lockVenue, venueWithin } from './venue.ts'

const select = (look: Look) => look.db.selectFrom('venues.place').selectAll().where('region', '=', look.region)
export type PlaceRow = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

export const placeView = (p: PlaceRow): Place => ({
  id: p.id,
  name: p.name,
  kind: p.kind as Place['kind'],
  seats: p.seats,
  slotMinutes: p.slot_minutes,
  mostMinutes: p.most_minutes,
  aheadDays: p.ahead_days,
  cancelHours: p.cancel_hours,
  mostEach: p.most_each,
  needsApproval: p.needs_approval,
  closed: p.closed_at !== null,
  version: p.version,
})

export const placesOf = (look: Look, venueId: string) =>
  select(look)
    .where('venue_id', '=', venueId)
    .orderBy('closed_at', (o) => o.asc().nullsFirst())
    .orderBy('created_at')
    .execute()

/** A place with its venue; one of a venue that is not open yet is not there for the public. */
export const findPlace = async (look: Look, id: string): Promise<{ place: PlaceRow; venue: VenueRow }> => {
  const place = await select(look).where('id', '=', id).executeTakeFirst()
  if (!place) throw refuse('record.not-found')
  return { place, venue: await findVenue(look, place.venue_id) }
}

/**
 * The place, locked until the commit: whatever changes who holds its time passes here one after the other, so that the
 * waiting list moves in order. That two cannot hold one time does not hang on this lock, but on `booking_no_overlap`.
 */
export const lockPlace = async (work: Work, id: string) => {
  const place = await work.tx
    .selectFrom('venues.place')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!place) throw refuse('record.not-found')
  return { place, venue: await findVenue(work, place.venue_id) }
}
export const lockPlaceWithin = async (work: Work, id: string) => {
  const { place } = await lockPlace(work, id)
  return { place, venue: await venueWithin(work, place.venue_id, 'venues.edit') }
}

type Details = {
  name: string
  kind: string
  seats?: number | null | undefined
  slotMinutes: number
  mostMinutes: number
  aheadDays: number
  cancelHours: number
  mostEach: number
  needsApproval: boolean
}
const columns = (d: Details) => {
  if (d.mostMinutes < d.slotMinutes) throw refuse('request.invalid', { fields: [{ path: 'mostMinutes', message: '单次最长时间不能短于一个时段' }] })
  return {
    name: d.name,
    kind: d.kind,
    seats: d.seats ?? null,
    slot_minutes: d.slotMinutes,
    most_minutes: d.mostMinutes,
    ahead_days: d.aheadDays,
    cancel_hours: d.cancelHours,
    most_each: d.mostEach,
    needs_approval: d.needsApproval,
  }
}

/** Writes a place; for the example too, rights are the caller's. */
export const enterPlace = async (work: Work, venue: Pick<VenueRow, 'id' | 'org_id' | 'town' | 'kind'>, details: Details) => {
  const id = newId()
  await work.tx
    .insertInto('venues.place')
    .values({ region: work.region, id, venue_id: venue.id, ...columns(details), created_at: work.at })
    .execute()
  work.ledger.act({ kind: 'venue.place-added', subject: id, org: venue.org_id, data: { ...aboutVenue(venue), placeKind: details.kind } })
  return id
}
export const addPlace = async (work: Work, venueId: string, details: Details) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  return (await findPlace(work, await enterPlace(work, venue, details))).place
}

/** Changes the rules of a place. Closing it displaces what was booked. */
export const changePlace = async (work: Work, id: string, given: Details & { version: number; closed: boolean }) => {
  // The venue first, as whoever closes it does: two that lock in different order would wait for each other.
  await lockVenue(work, (await findPlace(work, id)).place.venue_id, 'venues.edit')
  const { place, venue } = await lockPlace(work, id)
  if (place.version !== given.version) throw refuse('record.changed')
  await work.tx
    .updateTable('venues.place')
    .set({ ...columns(given), closed_at: given.closed ? (place.closed_at ?? work.at) : null, version: place.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  work.ledger.act({ kind: given.closed ? 'venue.place-closed' : 'venue.place-changed', subject: id, org: venue.org_id })
  if (given.closed && !place.closed_at) await settle(work, venue.id, '场地不再开放预订')
  return (await findPlace(work, id)).place
}
