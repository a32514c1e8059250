import type { Right } from '@gongyou/contract/kit/right.ts'
import type { BookingState, VenueKind, VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf } from '@gongyou/contract/venues/hours.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { beneath, clause, narrow, reachOf } from '../organisations/index.ts'
import { bookingViews, holding } from './booking.ts'

export type Wanted = {
  q?: string | undefined
  kind?: string | undefined
  state?: string | undefined
  town?: number | undefined
  org?: string | undefined
}
const coming = ['planned', 'applied', 'site_checked', 'approved', 'building', 'accepted'] as const

/** Venues within reach, as asked for: one predicate for list and counts. */
const venuesWithin = async (look: Look, wanted: Wanted, right: Right = 'venues.read') => {
  const reach = narrow(await reachOf(look, right), await beneath(look, wanted.org))
  const like = wanted.q ? `%${wanted.q.replace(/[%_\\]/g, '\\$&')}%` : undefined
  return look.db
    .selectFrom('venues.venue as v')
    .where('v.region', '=', look.region)
    .where(clause(reach, 'v.org_id'))
    .$if(Boolean(like), (q) =>
      q.where((e) => e.or([e('v.name', 'like', like!), e('v.address', 'like', like!), e('v.code', '=', wanted.q!.toUpperCase())])),
    )
    .$if(Boolean(wanted.kind), (q) => q.where('v.kind', '=', wanted.kind!))
    .$if(wanted.town !== undefined, (q) => q.where('v.town', '=', wanted.town!))
    .$if(wanted.state === 'standing', (q) => q.where('v.state', 'in', ['open', 'suspended']))
    .$if(wanted.state === 'coming', (q) => q.where('v.state', 'in', coming))
    .$if(wanted.state !== undefined && wanted.state !== 'standing' && wanted.state !== 'coming', (q) => q.where('v.state', '=', wanted.state!))
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a page of the list says beside the venue itself; asked for by id, so that it costs a page and not the district. */
const besides = async (look: Look, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { year: number | null; score: number | null; visits: number; places: number }>()
  const { rows } = await sql<{ id: string; year: number | null; score: number | null; visits: number; places: number }>`
    select v.id, i.year, i.score, coalesce(n.visits, 0)::int as visits, coalesce(p.places, 0)::int as places
      from venues.venue v
      left join (select distinct on (venue_id) venue_id, year, round((useful + down_to_earth + effective) / 3.0)::int as score from venues.inspection
                  where region = ${look.region} and venue_id = ${anyOf(ids)} order by venue_id, year desc) i on i.venue_id = v.id
      left join (select venue_id, sum(amount) as visits from venues.visit where region = ${look.region} and venue_id = ${anyOf(ids)} and day > ${addDays(look.today, -30)} group by 1) n on n.venue_id = v.id
      left join (select venue_id, count(*) as places from venues.place where region = ${look.region} and venue_id = ${anyOf(ids)} and closed_at is null group by 1) p on p.venue_id = v.id
     where v.region = ${look.region} and v.id = ${anyOf(ids)}`.execute(look.raw)
  return new Map(rows.map((r) => [r.id, r]))
}

/** One page of venues, newest first. */
export const venuesOf = async (look: Look, wanted: Wanted & { after?: string | undefined; limit: number }) => {
  const rows = await (
    await venuesWithin(look, wanted)
  )
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'v.region').onRef('o.id', '=', 'v.org_id'))
    .select(['v.id', 'v.code', 'v.name', 'v.kind', 'v.state', 'v.town', 'v.org_id', 'o.name as org', 'v.opened_on', 'v.lng', 'v.lat'])
    .$if(Boolean(wanted.after && id.test(wanted.after)), (q) => q.where('v.id', '<', wanted.after!))
    .orderBy('v.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const more = await besides(
    look,
    page.map((r) => r.id),
  )
  return {
    rows: page.map((r) => {
      const m = more.get(r.id)!
      return {
        id: r.id,
        code: r.code,
        name: r.name,
        kind: r.kind as VenueKind,
        state: r.state as VenueState,
        town: r.town,
        org: { id: r.org_id, name: r.org },
        point: r.lng === null || r.lat === null ? null : ([Number(r.lng), Number(r.lat)] as [number, number]),
        openedOn: r.opened_on,
        inspected: m.year !== null && m.score !== null ? { year: m.year, score: m.score } : null,
        visits: m.visits,
        places: m.places,
      }
    }),
    next: rows.length > page.length ? page.at(-1)!.id : null,
  }
}

/** The chips above the list. */
export const countsOf = async (look: Look) => {
  const reach = await reachOf(look, 'venues.read')
  const { rows } = await sql<{ standing: number; coming: number; suspended: number; uninspected: number; asked: number }>`
    select (count(*) filter (where state in ('open', 'suspended')))::int as standing, (count(*) filter (where state = any(${coming as unknown as string[]})))::int as coming,
           (count(*) filter (where state = 'suspended'))::int as suspended,
           (count(*) filter (where state = 'open' and not exists (select 1 from venues.inspection i where i.region = v.region and i.venue_id = v.id and i.year = ${Number(look.today.slice(0, 4))})))::int as uninspected,
           (select count(*)::int from venues.booking b join venues.place p on p.region = b.region and p.id = b.place_id join venues.venue x on x.region = p.region and x.id = p.venue_id
             where b.region = ${look.region} and b.state = 'asked' and b.from_at > ${look.at} and ${clause(reach, 'x.org_id')}) as asked
      from venues.venue v where v.region = ${look.region} and ${clause(reach, 'v.org_id')}`.execute(look.raw)
  return rows[0]!
}

type BookingsWanted = {
  venue?: string | undefined
  place?: string | undefined
  from?: string | undefined
  to?: string | undefined
  state?: BookingState | 'live' | undefined
  after?: string | undefined
  limit: number
}
/** Bookings within reach, in the order of their time. */
export const bookingsOf = async (look: Look, wanted: BookingsWanted) => {
  const reach = await reachOf(look, 'venues.read')
  const edit = await reachOf(look, 'venues.edit')
  const [at, last] = wanted.after?.split('|') ?? []
  const stamp = at && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && last && id.test(last) ? new Date(at) : undefined
  const rows = await look.db
    .selectFrom('venues.booking as b')
    .innerJoin('venues.place as p', (j) => j.onRef('p.region', '=', 'b.region').onRef('p.id', '=', 'b.place_id'))
    .innerJoin('venues.venue as v', (j) => j.onRef('v.region', '=', 'p.region').onRef('v.id', '=', 'p.venue_id'))
    .selectAll('b')
    .where('b.region', '=', look.region)
    .where(clause(reach, 'v.org_id'))
    .$if(Boolean(wanted.venue), (q) => q.where('v.id', '=', wanted.venue!))
    .$if(Boolean(wanted.place), (q) => q.where('b.place_id', '=', wanted.place!))
    .$if(Boolean(wanted.from), (q) => q.where('b.to_at', '>', instantOf(wanted.from!, 0)))
    .$if(Boolean(wanted.to), (q) => q.where('b.from_at', '<', instantOf(addDays(wanted.to!, 1), 0)))
    .$if(wanted.state === 'live', (q) => q.where('b.state', 'in', holding))
    .$if(wanted.state !== undefined && wanted.state !== 'live', (q) => q.where('b.state', '=', wanted.state!))
    .$if(stamp !== undefined && !Number.isNaN(stamp.getTime()), (q) =>
      q.where((e) => e(e.refTuple('b.from_at', 'b.id'), '>', e.tuple(stamp!, last!))),
    )
    .orderBy('b.from_at')
    .orderBy('b.id')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const end = page.at(-1)
  return {
    rows: await bookingViews(look, page, (org) => edit === 'all' || edit.includes(org)),
    next: rows.length > page.length && end ? `${end.from_at.toISOString()}|${end.id}` : null,
  }
}

/** Bookings of the person who asks: those to come and what he wanted lately. */
export const myBookings = async (look: Look) => {
  const rows = await look.db
    .selectFrom('venues.booking')
    .selectAll()
    .where('region', '=', look.region)
    .where('person_id', '=', look.by.personId)
    .orderBy('from_at', 'desc')
    .limit(50)
    .execute()
  return { rows: await bookingViews(look, rows, true) }
}
