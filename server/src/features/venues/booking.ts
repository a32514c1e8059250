import type { Booking } from '@gongyou/contract/venues/shapes.ts'
import { maskName } from '@gongyou/contract/kit/masking.ts'
import { sql } from 'kysely'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { later } from '../../kit/clock.ts'
import { refuse } from '../../kit/refuse.ts'
import type { PlaceRow } from './place.ts'
import { type VenueRow, aboutVenue } from './venue.ts'

const select = (look: Look) => look.db.selectFrom('venues.booking as b').selectAll('b').where('b.region', '=', look.region)
export type BookingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

/** States that hold their time. */
export const holding = ['asked', 'confirmed', 'blocked'] as const
export const isHolding = (b: Pick<BookingRow, 'state'>) => (holding as readonly string[]).includes(b.state)

export const findBooking = async (look: Look, id: string): Promise<BookingRow> => {
  const row = await select(look).where('b.id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** Bookings as they are shown. Names of persons are whole only for whom `named` says so. */
export const bookingViews = async (look: Look, rows: readonly BookingRow[], named: boolean | ((orgId: string) => boolean)): Promise<Booking[]> => {
  if (rows.length === 0) return []
  const { rows: around } = await sql<{
    id: string
    place: string
    venue_id: string
    venue: string
    code: string
    owner: string
    cancel_hours: number
    person: string | null
    org: string | null
    ahead: number | null
    activity: string | null
    title: string | null
    signed_up: number | null
  }>`
    select b.id, p.name as place, v.id as venue_id, v.name as venue, v.code, v.org_id as owner, p.cancel_hours, h.name as person, o.name as org,
           case when b.state = 'waiting' then (select count(*)::int from venues.booking x where x.region = ${look.region} and x.place_id = b.place_id
             and x.state = 'waiting' and (x.asked_at, x.id) < (b.asked_at, b.id) and x.from_at < b.to_at and x.to_at > b.from_at) end as ahead,
           a.id as activity, a.title,
           (select coalesce(sum(u.seats), 0)::int from activities.sign_up u where u.region = s.region and u.pool_id = s.pool_id and u.state = 'confirmed') as signed_up
      from venues.booking b
      join venues.place p on p.region = b.region and p.id = b.place_id
      join venues.venue v on v.region = b.region and v.id = p.venue_id
      left join people.person h on h.region = b.region and h.id = b.person_id
      left join organisations.org o on o.region = b.region and o.id = b.org_id
      left join activities.session s on s.region = b.region and s.id = b.session_id
      left join activities.activity a on a.region = s.region and a.id = s.activity_id
     where b.region = ${look.region} and b.id = ${anyOf(rows.map((r) => r.id))}`.execute(look.raw)
  const by = new Map(around.map((a) => [a.id, a]))
  return rows.map((r) => {
    const a = by.get(r.id)!
    const whole = typeof named === 'boolean' ? named : named(a.owner)
    return {
      id: r.id,
      place: { id: r.place_id, name: a.place },
      venue: { id: a.venue_id, name: a.venue, code: a.code },
      from: r.from_at.toISOString(),
      to: r.to_at.toISOString(),
      state: r.state as Booking['state'],
      ahead: a.ahead,
      person: r.person_id && a.person ? { id: r.person_id, name: whole ? a.person : maskName(a.person) } : null,
      org: r.org_id && a.org ? { id: r.org_id, name: a.org } : null,
      holder: r.holder,
      purpose: r.purpose,
      people: r.people,
      series: r.series_id,
      because: r.because,
      activity: a.activity && a.title ? { id: a.activity, name: a.title, signedUp: a.signed_up ?? 0 } : null,
      askedAt: r.asked_at.toISOString(),
      cancelBefore: later(r.from_at, { hours: -a.cancel_hours }).toISOString(),
      version: r.version,
    }
  })
}

const hoursOf = (b: Pick<BookingRow, 'from_at' | 'to_at'>) => Math.round((b.to_at.getTime() - b.from_at.getTime()) / 36_000) / 100

/** The act by which a booking is counted, on the day for which it was made. */
export const countBooking = (
  work: Work,
  at: { place: PlaceRow; venue: VenueRow },
  b: Pick<BookingRow, 'id' | 'from_at' | 'to_at' | 'person_id'>,
  day: string,
) =>
  work.ledger.act({
    kind: 'venue.booked',
    subject: b.id,
    org: at.venue.org_id,
    person: b.person_id,
    day,
    data: { ...aboutVenue(at.venue), placeKind: at.place.kind, hours: hoursOf(b) },
  })

type Change = { state: BookingRow['state']; because?: string; act?: string | null; decided?: boolean }

/** Writes a new state of a booking; a counted one that is given back is counted no more. */
export const turnBooking = async (work: Work, venue: VenueRow, row: BookingRow, change: Change) => {
  const givesBack = row.act_id !== null && change.state !== 'confirmed'
  await work.tx
    .updateTable('venues.booking')
    .set({
      state: change.state,
      because: change.because ?? row.because,
      act_id: givesBack ? null : (change.act ?? row.act_id),
      ...(change.decided ? { decided_at: work.at, decided_by: work.by.personId } : {}),
      version: row.version + 1,
    })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  const about = { subject: row.id, org: venue.org_id, person: row.person_id, data: { ...aboutVenue(venue), because: change.because ?? '' } }
  if (givesBack) work.ledger.act({ kind: `venue.booking-${change.state}`, ...about, reverses: row.act_id! })
  else if (change.state !== 'confirmed') work.ledger.act({ kind: `venue.booking-${change.state}`, ...about })
}
