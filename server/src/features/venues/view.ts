import type { VenueKind, VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import type { Answers, FileAnswer } from '@gongyou/contract/forms/index.ts'
import type { Venue, VenueOnMap } from '@gongyou/contract/venues/shapes.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { reachOf } from '../organisations/index.ts'
import { placeView, placesOf } from './place.ts'
import { stockOf } from './supplies.ts'
import { type SpecialRow, type VenueRow, hoursOfRow, specialDaysOf, venueAt, venueWithin } from './venue.ts'

const pointOf = (v: VenueRow): [number, number] | null => (v.lng === null || v.lat === null ? null : [Number(v.lng), Number(v.lat)])
/** Special days as they are sent. */
export const specialSent = (s: SpecialRow) => ({
  id: s.id,
  from: s.from,
  to: s.to,
  spans: s.spans.map(([a, b]): [number, number] => [a, b]),
  because: s.because,
})
const hoursSent = (v: VenueRow) => hoursOfRow(v) as Venue['hours']

/** A venue as an officer sees it. */
export const venueView = async (look: Look, publicUrl: string, id: string): Promise<Venue> => {
  const v = await venueWithin(look, id, 'venues.read')
  const of = <T extends 'venues.venue_state' | 'venues.inspection' | 'venues.honour'>(table: T) =>
    look.db
      .selectFrom(table as 'venues.venue_state')
      .selectAll()
      .where('region', '=', look.region)
      .where('venue_id', '=', id)
  const org = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', v.org_id)
    .executeTakeFirstOrThrow()
  const states = await of('venues.venue_state').orderBy('seq', 'desc').execute()
  const inspections = await look.db
    .selectFrom('venues.inspection')
    .selectAll()
    .where('region', '=', look.region)
    .where('venue_id', '=', id)
    .orderBy('year', 'desc')
    .execute()
  const honours = await look.db
    .selectFrom('venues.honour')
    .selectAll()
    .where('region', '=', look.region)
    .where('venue_id', '=', id)
    .orderBy('year', 'desc')
    .execute()
  const edit = await reachOf(look, 'venues.edit')
  return {
    id: v.id,
    code: v.code,
    org,
    kind: v.kind as VenueKind,
    name: v.name,
    town: v.town,
    state: v.state as VenueState,
    openedOn: v.opened_on,
    closedOn: v.closed_on,
    case: v.case_id,
    answers: v.answers as Record<string, unknown>,
    hours: hoursSent(v),
    special: (await specialDaysOf(look, [id], look.today)).map(specialSent),
    point: pointOf(v),
    states: states.map((s) => ({ state: s.state as VenueState, on: s.on_day, because: s.because, by: s.by_name })),
    inspections: inspections.map((i) => ({
      year: i.year,
      on: i.on_day,
      useful: i.useful,
      downToEarth: i.down_to_earth,
      effective: i.effective,
      remarks: i.remarks,
      by: i.by_name,
    })),
    honours: honours.map((h) => ({ year: h.year, because: h.because, recommendedBy: h.recommended_by, awardedOn: h.awarded_on })),
    places: (await placesOf(look, id)).map(placeView),
    stock: await stockOf(look, id),
    url: `${publicUrl}/m/v/${v.code}`,
    may: [...(edit === 'all' || edit.includes(v.org_id) ? (['edit'] as const) : []), ...(edit === 'all' ? (['award'] as const) : [])],
    version: v.version,
  }
}

/** What is handed out today at which venue, and which venues have something to book. */
const offeredAt = async (look: Look, ids: readonly string[]) => {
  const { rows: items } = await sql<{ venue_id: string; name: string }>`
    select s.venue_id, i.name from venues.stock s join venues.item i on i.region = s.region and i.id = s.item_id
     where s.region = ${look.region} and s.venue_id = ${anyOf(ids)} and s.rest > 0 and i.closed_at is null and ${look.today}::date between i.from_day and i.to_day
     order by i.from_day`.execute(look.raw)
  const places = await look.db
    .selectFrom('venues.place')
    .select('venue_id')
    .distinct()
    .where('region', '=', look.region)
    .where('venue_id', '=', anyOf(ids))
    .where('closed_at', 'is', null)
    .execute()
  const bookable = new Set(places.map((p) => p.venue_id))
  return (id: string) => ({ bookable: bookable.has(id), items: items.filter((i) => i.venue_id === id).map((i) => i.name) })
}

const onMap = (v: VenueRow, special: readonly SpecialRow[], offered: { bookable: boolean; items: string[] }): VenueOnMap => {
  const answers = v.answers as { phone?: string; facilities?: VenueOnMap['facilities'] }
  return {
    id: v.id,
    code: v.code,
    kind: v.kind as VenueKind,
    name: v.name,
    state: v.state as 'open',
    town: v.town,
    address: v.address,
    point: pointOf(v),
    phone: answers.phone ?? null,
    hours: hoursSent(v),
    special: special.filter((s) => s.venue === v.id).map(specialSent),
    facilities: [...(answers.facilities ?? [])],
    ...offered,
  }
}

/** Every venue with a door, for the map of the phone: what is open now is worked out there, and without a network. */
export const mapOf = async (look: Look) => {
  const rows = await look.db
    .selectFrom('venues.venue')
    .selectAll()
    .where('region', '=', look.region)
    .where('state', 'in', ['open', 'suspended'])
    .orderBy('town')
    .orderBy('id')
    .limit(5000)
    .execute()
  const ids = rows.map((r) => r.id)
  const special = await specialDaysOf(look, ids, look.today)
  const offered = await offeredAt(look, ids)
  return { rows: rows.map((v) => onMap(v, special, offered(v.id))), on: look.today }
}

/** What the person who asks has had today. */
const hadToday = async (look: Look, itemId: string) => {
  if (!look.by.personId) return null
  const row = await look.db
    .selectFrom('venues.stock_move')
    .select('id')
    .where('region', '=', look.region)
    .where('item_id', '=', itemId)
    .where('person_id', '=', look.by.personId)
    .where('day', '=', look.today)
    .executeTakeFirst()
  return row !== undefined
}

/** A venue as visitors see it. */
export const pageOf = async (look: Look, code: string) => {
  const v = await venueAt(look, code)
  const answers = v.answers as Answers
  const org = await look.db
    .selectFrom('organisations.org')
    .select('name')
    .where('region', '=', look.region)
    .where('id', '=', v.org_id)
    .executeTakeFirstOrThrow()
  const honours = await look.db
    .selectFrom('venues.honour')
    .select('year')
    .where('region', '=', look.region)
    .where('venue_id', '=', v.id)
    .where('awarded_on', 'is not', null)
    .orderBy('year', 'desc')
    .execute()
  const offered = await offeredAt(look, [v.id])
  const items = []
  for (const s of await stockOf(look, v.id))
    if (s.open) items.push({ id: s.item.id, name: s.item.name, rest: s.rest, had: await hadToday(look, s.item.id) })
  return {
    venue: onMap(v, await specialDaysOf(look, [v.id], look.today), offered(v.id)),
    org: org.name,
    about: (answers.about as string | undefined) ?? null,
    seats: (answers.seats as number | undefined) ?? null,
    access: (answers.access as string | undefined) ?? null,
    photos: ((answers.photos ?? []) as FileAnswer[]).map((f) => ({ id: f.id, name: f.name })),
    places: (await placesOf(look, v.id)).filter((p) => !p.closed_at).map(placeView),
    items,
    honours: honours.map((h) => h.year),
  }
}
