import { openAt } from '@gongyou/contract/venues/hours.ts'
import type { Stock } from '@gongyou/contract/venues/shapes.ts'
import { sql } from 'kysely'
import { labelOf } from '../../kit/actor.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { reachOf } from '../organisations/index.ts'
import type { VenueHouse } from './house.ts'
import { type VenueRow, aboutVenue, hoursOfRow, specialDaysOf, venueAt, venueWithin } from './venue.ts'

export const itemsOf = async (look: Look) => {
  const { rows } = await sql<{ id: string; name: string; from: string; to: string; open: boolean; venues: number; handed: number; rest: number }>`
    select i.id, i.name, i.from_day as "from", i.to_day as "to", i.closed_at is null and ${look.today}::date between i.from_day and i.to_day as open,
           count(s.venue_id)::int as venues, coalesce(sum(s.handed), 0)::int as handed, coalesce(sum(s.rest), 0)::int as rest
      from venues.item i left join venues.stock s on s.region = i.region and s.item_id = i.id
     where i.region = ${look.region} group by i.region, i.id order by i.closed_at nulls first, i.from_day desc, i.id`.execute(look.raw)
  return rows
}

/** What is handed out in the district, and between which days. The district says so, for its limit holds at every venue. */
export const addItem = async (work: Work, given: { name: string; from: string; to: string }) => {
  if ((await reachOf(work, 'venues.edit')) !== 'all') throw refuse('venues.item-district')
  if (given.to < given.from) throw refuse('request.invalid', { fields: [{ path: 'to', message: '截止日不能早于开始日' }] })
  const id = newId()
  await work.tx
    .insertInto('venues.item')
    .values({ region: work.region, id, name: given.name, from_day: given.from, to_day: given.to, created_at: work.at })
    .execute()
  work.ledger.act({ kind: 'venue.item-added', subject: id, data: { name: given.name } })
  return id
}

/** What lies at a venue, item by item. */
export const stockOf = async (look: Look, venueId: string, itemId?: string): Promise<Stock[]> => {
  const { rows } = await sql<{
    id: string
    name: string
    delivered: number
    handed: number
    lost: number
    rest: number
    today: number
    open: boolean
  }>`
    select i.id, i.name, s.delivered, s.handed, s.lost, s.rest, i.closed_at is null and ${look.today}::date between i.from_day and i.to_day as open,
           (select coalesce(sum(m.amount), 0)::int from venues.stock_move m where m.region = s.region and m.venue_id = s.venue_id and m.item_id = s.item_id
               and m.op = 'handed' and m.day = ${look.today}) as today
      from venues.stock s join venues.item i on i.region = s.region and i.id = s.item_id
     where s.region = ${look.region} and s.venue_id = ${venueId} and (${itemId ?? null}::uuid is null or s.item_id = ${itemId ?? null}) order by i.from_day desc, i.id`.execute(
    look.raw,
  )
  return rows.map((r) => ({
    item: { id: r.id, name: r.name },
    delivered: r.delivered,
    handed: r.handed,
    lost: r.lost,
    rest: r.rest,
    today: r.today,
    open: r.open,
  }))
}

type Move = {
  id?: string | undefined
  itemId: string
  op: 'delivered' | 'handed' | 'lost'
  amount: number
  person?: string | null
  way: 'card' | 'code' | 'count' | 'office'
  because?: string
}

const itemFor = async (look: Look, id: string) => {
  const item = await look.db.selectFrom('venues.item').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
  if (!item) throw refuse('record.not-found')
  return item
}

/** A request that was sent before: it has happened, and happens no second time. */
const movedBefore = async (work: Work, venue: VenueRow, move: Move) => {
  if (!move.id) return undefined
  const known = await work.db
    .selectFrom('venues.stock_move')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', move.id)
    .executeTakeFirst()
  if (!known) return undefined
  const same =
    known.venue_id === venue.id &&
    known.item_id === move.itemId &&
    known.op === move.op &&
    known.amount === move.amount &&
    known.person_id === (move.person ?? null)
  if (!same) throw refuse('venues.sent-before')
  return known
}

/**
 * Moves stock: what came in is what went out, what was lost and what is left (`stock_balance`), never below nothing
 * (`stock_rest`); one item to a person a day, wherever (`hand_out_once_a_day`).
 */
const moveStock = async (work: Work, venue: VenueRow, move: Move) => {
  const item = await itemFor(work, move.itemId)
  const { op, amount } = move
  if (op === 'handed' && (item.closed_at || work.today < item.from_day || work.today > item.to_day)) throw refuse('venues.item-over')
  if (op === 'delivered')
    await work.tx
      .insertInto('venues.stock')
      .values({ region: work.region, venue_id: venue.id, item_id: item.id })
      .onConflict((c) => c.columns(['region', 'venue_id', 'item_id']).doNothing())
      .execute()
  const stock = await work.tx
    .selectFrom('venues.stock')
    .selectAll()
    .where('region', '=', work.region)
    .where('venue_id', '=', venue.id)
    .where('item_id', '=', item.id)
    .forUpdate()
    .executeTakeFirst()
  if (!stock) throw refuse('venues.not-stocked')
  // The stock is locked from here on, so of two requests of one name the second sees the first.
  const known = await movedBefore(work, venue, move)
  if (known) return { item, id: known.id, at: known.at, number: stock.handed, again: true }
  await work.tx
    .updateTable('venues.stock')
    .set({ [op]: stock[op] + amount, rest: stock.rest + (op === 'delivered' ? amount : -amount) })
    .where('region', '=', work.region)
    .where('venue_id', '=', venue.id)
    .where('item_id', '=', item.id)
    .execute()
  const id = move.id ?? newId()
  await work.tx
    .insertInto('venues.stock_move')
    .values({
      region: work.region,
      id,
      venue_id: venue.id,
      item_id: item.id,
      op,
      amount,
      person_id: move.person ?? null,
      way: move.way,
      day: work.today,
      at: work.at,
      by_name: move.way === 'code' ? '' : labelOf(work.by),
      because: move.because ?? '',
    })
    .execute()
  work.ledger.act({
    kind: op === 'handed' ? 'venue.handed-out' : `venue.stock-${op}`,
    subject: id,
    org: venue.org_id,
    person: move.person ?? null,
    data: { ...aboutVenue(venue), item: item.name, amount, way: move.way, named: String(Boolean(move.person)) },
  })
  return { item, id, at: work.at, number: stock.handed + amount, again: false }
}

const mustBeOpen = (venue: VenueRow) => {
  if (venue.state !== 'open') throw refuse('venues.not-open-yet')
}

/** Delivery to a venue, or a loss there. */
export const deliver = async (
  work: Work,
  venueId: string,
  given: { itemId: string; op: 'delivered' | 'lost'; amount: number; because: string; requestId?: string | undefined },
) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  if (given.op === 'lost' && given.because.length < 2) throw refuse('request.invalid', { fields: [{ path: 'because', message: '报损请写明原因' }] })
  await moveStock(work, venue, {
    id: given.requestId,
    itemId: given.itemId,
    op: given.op,
    amount: given.amount,
    way: 'office',
    because: given.because,
  })
  return (await stockOf(work, venueId, given.itemId))[0]!
}

/** The keeper hands out: one to the holder of a card, or so many to people who are not named. */
export const handOut = async (
  work: Work,
  house: VenueHouse,
  keys: KeyRing,
  venueId: string,
  given: { itemId: string; card?: string | undefined; amount: number; requestId?: string | undefined },
) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  mustBeOpen(venue)
  const holder = given.card === undefined ? undefined : await house.cardHolder(work, keys, given.card)
  if (holder === 'no-card') throw refuse('venues.no-card')
  if (holder === 'old') throw refuse('venues.card-old')
  await moveStock(work, venue, {
    id: given.requestId,
    itemId: given.itemId,
    op: 'handed',
    amount: holder ? 1 : given.amount,
    person: holder?.id ?? null,
    way: holder ? 'card' : 'count',
  })
  return { stock: (await stockOf(work, venueId, given.itemId))[0]!, to: holder?.name ?? null }
}

/** A person takes one with his own phone, having scanned the code of the venue. */
export const takeItem = async (work: Work, code: string, given: { itemId: string; requestId?: string | undefined }) => {
  const venue = await venueAt(work, code)
  mustBeOpen(venue)
  // The keeper may open late; a phone alone may not take anything from behind a closed door.
  if (!openAt(hoursOfRow(venue), await specialDaysOf(work, [venue.id], work.today), work.at).open) throw refuse('venues.outside-hours')
  const done = await moveStock(work, venue, {
    id: given.requestId,
    itemId: given.itemId,
    op: 'handed',
    amount: 1,
    person: work.by.personId,
    way: 'code',
  })
  return { id: done.id, item: done.item.name, at: done.at.toISOString(), number: done.number, again: done.again }
}
