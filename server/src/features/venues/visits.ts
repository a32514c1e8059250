import { instantOf } from '@gongyou/contract/venues/hours.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { type VenueRow, aboutVenue, venueAt, venueWithin } from './venue.ts'

/** Writes visits; false where this person has been counted here today, or this request was sent before. */
const writeVisit = async (
  work: Work,
  venue: VenueRow,
  given: { id?: string | undefined; person: string | null; amount: number; way: 'code' | 'counter' },
) => {
  const id = given.id ?? newId()
  const { rows } = await sql<{ id: string }>`
    insert into venues.visit (region, id, venue_id, person_id, amount, way, day, at)
    values (${work.region}, ${id}, ${venue.id}, ${given.person}, ${given.amount}, ${given.way}, ${work.today}, ${work.at})
    on conflict do nothing returning id`.execute(work.tx)
  if (rows.length === 0) return false
  work.ledger.act({
    kind: 'venue.visited',
    subject: id,
    org: venue.org_id,
    person: given.person,
    data: { ...aboutVenue(venue), amount: given.amount, way: given.way },
  })
  return true
}

const todayAt = async (look: Look, venueId: string) => {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(amount), 0)::int as n from venues.visit where region = ${look.region} and venue_id = ${venueId} and day = ${look.today}`.execute(
    look.raw,
  )
  return rows[0]!.n
}

/** Whoever scans the code at the door is counted once a day there. */
export const countMe = async (work: Work, code: string) => {
  const venue = await venueAt(work, code)
  if (venue.state !== 'open') throw refuse('venues.not-open-yet')
  return { counted: await writeVisit(work, venue, { person: work.by.personId, amount: 1, way: 'code' }) }
}

/** The tap counter: heads, not names. */
export const countHeads = async (work: Work, venueId: string, given: { amount: number; requestId?: string | undefined }) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  if (venue.state !== 'open') throw refuse('venues.not-open-yet')
  await writeVisit(work, venue, { id: given.requestId, person: null, amount: given.amount, way: 'counter' })
  return { today: await todayAt(work, venueId) }
}

type Month = { month: string; n: number; more?: number }

/** Sums by month of one table; each asked for alone, so that every engine sends it to one place. */
const byMonth = async (look: Look, query: RawBuilder<Month>) => new Map((await query.execute(look.raw)).rows.map((r) => [r.month, r]))

/** How a venue was used, month by month, this month last. */
export const usageOf = async (look: Look, venueId: string, months: number) => {
  await venueWithin(look, venueId, 'venues.read')
  const [year, month] = look.today.split('-').map(Number)
  const wanted = Array.from({ length: months }, (_, i) => new Date(Date.UTC(year!, month! - months + i, 1)).toISOString().slice(0, 7))
  const from = `${wanted[0]}-01`
  const visits = await byMonth(
    look,
    sql`select to_char(day, 'YYYY-MM') as month, sum(amount)::int as n from venues.visit
         where region = ${look.region} and venue_id = ${venueId} and day >= ${from} group by 1`,
  )
  const handed = await byMonth(
    look,
    sql`select to_char(day, 'YYYY-MM') as month, sum(amount)::int as n from venues.stock_move
         where region = ${look.region} and venue_id = ${venueId} and op = 'handed' and day >= ${from} group by 1`,
  )
  const booked = await byMonth(
    look,
    sql`select to_char(b.from_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as n,
               round(sum(extract(epoch from b.to_at - b.from_at)) / 3600, 1)::float8 as more
          from venues.booking b join venues.place p on p.region = b.region and p.id = b.place_id
         where b.region = ${look.region} and p.venue_id = ${venueId} and b.state = 'confirmed' and b.from_at >= ${instantOf(from, 0)} and b.from_at <= ${look.at} group by 1`,
  )
  return {
    today: await todayAt(look, venueId),
    months: wanted.map((m) => ({
      month: m,
      visits: visits.get(m)?.n ?? 0,
      handed: handed.get(m)?.n ?? 0,
      bookings: booked.get(m)?.n ?? 0,
      hours: booked.get(m)?.more ?? 0,
    })),
  }
}
