import { sql } from 'kysely'
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

/** How a venue was used, month by month, this month last. */
export const usageOf = async (look: Look, venueId: string, months: number) => {
  await venueWithin(look, venueId, 'venues.read')
  const { rows } = await sql<{ month: string; visits: number; handed: number; bookings: number; hours: number }>`
    with m as (select to_char(x, 'YYYY-MM') as month, x::date as first, (x + interval '1 month')::date as next
                 from generate_series(date_trunc('month', ${look.today}::date) - make_interval(months => ${months - 1}::int), date_trunc('month', ${look.today}::date), interval '1 month') x)
    select m.month,
           (select coalesce(sum(v.amount), 0)::int from venues.visit v where v.region = ${look.region} and v.venue_id = ${venueId} and v.day >= m.first and v.day < m.next) as visits,
           (select coalesce(sum(s.amount), 0)::int from venues.stock_move s where s.region = ${look.region} and s.venue_id = ${venueId} and s.op = 'handed' and s.day >= m.first and s.day < m.next) as handed,
           coalesce(b.n, 0)::int as bookings, coalesce(b.hours, 0)::float8 as hours
      from m left join (
        select to_char(b.from_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n, round(sum(extract(epoch from b.to_at - b.from_at)) / 3600, 1) as hours
          from venues.booking b join venues.place p on p.region = b.region and p.id = b.place_id
         where b.region = ${look.region} and p.venue_id = ${venueId} and b.state = 'confirmed' and b.from_at <= ${look.at} group by 1) b on b.month = m.month
     order by m.month`.execute(look.raw)
  return { today: await todayAt(look, venueId), months: rows }
}
