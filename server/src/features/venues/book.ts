import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { sql } from 'kysely'
import { tellPlaceLost } from '../activities/index.ts'
import { type BookingRow, countBooking, findBooking, isHolding, turnBooking } from './booking.ts'
import { type PlaceRow, lockPlace, lockPlaceWithin } from './place.ts'
import { promote } from './promote.ts'
import { tellBooked } from './tell-booked.ts'
import { type Time, mustFit, onOneDay, openSpan, timeOf } from './times.ts'
import { type VenueRow, specialDaysOf } from './venue.ts'

type At = { place: PlaceRow; venue: VenueRow }
export type NewBooking = Time & {
  id?: string | undefined
  state: 'asked' | 'confirmed' | 'blocked' | 'waiting'
  person?: string | null
  org?: string | null
  holder?: string
  purpose?: string
  people?: number | undefined
  series?: string | null
  session?: string | null
  because?: string
}

/** Writes a booking if its time is free; undefined where another holds some of it. The constraint decides, nothing looks beforehand. */
export const writeBooking = async (work: Work, at: At, b: NewBooking): Promise<BookingRow | undefined> => {
  const id = b.id ?? newId()
  const day = onOneDay(b)?.day ?? work.today
  const counts = b.state === 'confirmed'
  const { rows } = await sql<{ id: string }>`
    insert into venues.booking (region, id, place_id, state, from_at, to_at, person_id, org_id, holder, purpose, people, series_id, session_id, because, asked_at, asked_by)
    values (${work.region}, ${id}, ${at.place.id}, ${b.state}, ${b.from}, ${b.to}, ${b.person ?? null}, ${b.org ?? null}, ${b.holder ?? ''}, ${b.purpose ?? ''},
            ${b.people ?? null}, ${b.series ?? null}, ${b.session ?? null}, ${b.because ?? ''}, ${work.at}, ${work.by.personId})
    on conflict on constraint booking_no_overlap do nothing returning id`.execute(work.tx)
  if (rows.length === 0) return undefined
  if (counts) {
    const act = countBooking(work, at, { id, from_at: b.from, to_at: b.to, person_id: b.person ?? null }, day)
    await work.tx.updateTable('venues.booking').set({ act_id: act }).where('region', '=', work.region).where('id', '=', id).execute()
  } else
    work.ledger.act({ kind: `venue.booking-${b.state}`, subject: id, org: at.venue.org_id, person: b.person ?? null, data: { place: at.place.id } })
  return findBooking(work, id)
}

export const mustStand = ({ place, venue }: At) => {
  if (venue.state !== 'open') throw refuse('venues.not-open-yet')
  if (place.closed_at) throw refuse('venues.place-closed')
}
export const mustHold = ({ place }: At, people: number | undefined) => {
  if (people !== undefined && place.seats !== null && people > place.seats)
    throw refuse('venues.too-full', { says: { zh: `这个场地最多 ${place.seats} 人`, en: `The place holds ${place.seats}` } })
}

/** One person shall not keep a place for himself alone (the limit stands with the place). */
const mustHaveRoom = async (work: Work, { place }: At) => {
  const ahead = await work.db
    .selectFrom('venues.booking')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region', '=', work.region)
    .where('place_id', '=', place.id)
    .where('person_id', '=', work.by.personId)
    .where('state', 'in', ['asked', 'confirmed', 'waiting'])
    .where('to_at', '>', work.at)
    .executeTakeFirstOrThrow()
  if (ahead.n >= place.most_each) throw refuse('venues.too-many')
}

const sameAgain = async (work: Work, id: string | undefined) => {
  if (!id) return undefined
  const known = await work.db.selectFrom('venues.booking').selectAll().where('region', '=', work.region).where('id', '=', id).executeTakeFirst()
  if (known && known.asked_by !== work.by.personId) throw refuse('record.not-found')
  return known
}

type Wish = { from: string; to: string; purpose: string; people?: number | undefined; requestId?: string | undefined; wait: boolean }

/** A worker books for himself; where the time is taken he may wait for it. */
export const book = async (work: Work, placeId: string, wish: Wish): Promise<BookingRow> => {
  const at = await lockPlace(work, placeId)
  const known = await sameAgain(work, wish.requestId)
  if (known) return known
  mustStand(at)
  const time = timeOf(wish)
  await mustFit(work, at.place, at.venue, time)
  mustHold(at, wish.people)
  await mustHaveRoom(work, at)
  const booking = { id: wish.requestId, from: time.from, to: time.to, person: work.by.personId, purpose: wish.purpose, people: wish.people }
  const made = await writeBooking(work, at, { ...booking, state: at.place.needs_approval ? 'asked' : 'confirmed' })
  if (made) return made
  if (!wish.wait) throw refuse('venues.taken')
  return (await writeBooking(work, at, { ...booking, state: 'waiting' }))!
}

/** Takes off what has not begun and gives the time to whoever waits for it. Those of a session that stood there are told. */
const giveUp = async (work: Work, at: At, row: BookingRow, state: 'cancelled' | 'lifted' | 'refused' | 'displaced', because = '') => {
  if (row.session_id) await tellPlaceLost(work, row.session_id, because)
  await turnBooking(work, at.venue, row, { state, because, decided: true })
  if (isHolding(row)) await promote(work, at, { from: row.from_at, to: row.to_at })
}

/** The person who booked takes it back, in time for others to use it. */
export const cancelMine = async (work: Work, id: string) => {
  const mine = await findBooking(work, id)
  if (!mine.person_id || mine.person_id !== work.by.personId) throw refuse('record.not-found')
  const at = await lockPlace(work, mine.place_id)
  const row = await findBooking(work, id)
  if (row.state === 'cancelled') return
  if (!['asked', 'confirmed', 'waiting'].includes(row.state)) throw refuse('venues.already-decided')
  const late = row.from_at <= work.at || (row.state === 'confirmed' && later(row.from_at, { hours: -at.place.cancel_hours }) < work.at)
  if (late) throw refuse('venues.too-late')
  await giveUp(work, at, row, 'cancelled')
}

/** An officer says yes or no to a booking that waits for it. */
export const decide = async (work: Work, id: string, given: { version: number; approve: boolean; because: string }) => {
  const at = await lockPlaceWithin(work, (await findBooking(work, id)).place_id)
  const row = await findBooking(work, id)
  if (row.state !== 'asked') throw refuse('venues.already-decided')
  if (row.version !== given.version) throw refuse('record.changed')
  const what = { venue: at.venue.name, place: at.place.name }
  if (given.approve) {
    const day = onOneDay({ from: row.from_at, to: row.to_at })!.day
    await turnBooking(work, at.venue, row, { state: 'confirmed', act: countBooking(work, at, row, day), because: given.because, decided: true })
    await tellBooked(work, row, what, { zh: '预订已批准', en: 'Booking approved' }, { zh: given.because, en: given.because })
    return
  }
  if (given.because.length < 2) throw refuse('request.invalid', { fields: [{ path: 'because', message: '请写明不批准的原因' }] })
  await giveUp(work, at, row, 'refused', given.because)
  await tellBooked(work, row, what, { zh: '预订未批准', en: 'Booking refused' }, { zh: `原因：${given.because}`, en: `Reason: ${given.because}` })
}

/** An officer takes a booking or a block off. */
export const withdraw = async (work: Work, id: string, given: { version: number; because: string }) => {
  const at = await lockPlaceWithin(work, (await findBooking(work, id)).place_id)
  const row = await findBooking(work, id)
  if (!isHolding(row) && row.state !== 'waiting') throw refuse('venues.already-decided')
  if (row.version !== given.version) throw refuse('record.changed')
  if (row.to_at <= work.at) throw refuse('venues.too-late')
  const ended = row.session_id ? 'displaced' : 'cancelled'
  await giveUp(work, at, row, row.state === 'blocked' ? 'lifted' : ended, given.because)
  if (row.state !== 'blocked')
    await tellBooked(
      work,
      row,
      { venue: at.venue.name, place: at.place.name },
      { zh: '预订已取消', en: 'Booking cancelled' },
      { zh: `原因：${given.because}`, en: `Reason: ${given.because}` },
    )
}

/** The same time every week. */
export const weekly = ({ from, to }: Time, weeks: number): Time[] =>
  Array.from({ length: weeks }, (_, i) => ({ from: later(from, { days: 7 * i }), to: later(to, { days: 7 * i }) }))

type ForOthers = {
  from: string
  to: string
  purpose: string
  people?: number | undefined
  weeks: number
  holder: string
  orgId?: string | undefined
  leaveOut: boolean
}
/** An officer books for somebody, once or weekly: within the hours, but off the grid and further ahead than others may. */
export const bookForOthers = async (work: Work, placeId: string, given: ForOthers) => {
  const at = await lockPlaceWithin(work, placeId)
  mustStand(at)
  mustHold(at, given.people)
  const first = timeOf(given)
  if (first.from <= work.at) throw refuse('venues.time-wrong')
  const special = await specialDaysOf(work, [at.venue.id], work.today)
  const series = given.weeks > 1 ? newId() : null
  const made: BookingRow[] = []
  const taken: Time[] = []
  for (const [i, time] of weekly(first, given.weeks).entries()) {
    const row = openSpan(at.venue, special, addDays(first.day, 7 * i), first.span)
      ? await writeBooking(work, at, {
          ...time,
          state: 'confirmed',
          org: given.orgId ?? null,
          holder: given.holder,
          purpose: given.purpose,
          people: given.people,
          series,
        })
      : undefined
    if (row) made.push(row)
    else taken.push(time)
  }
  if (given.weeks === 1 && taken.length > 0)
    throw refuse(openSpan(at.venue, special, first.day, first.span) ? 'venues.taken' : 'venues.outside-hours')
  if (taken.length > 0 && (!given.leaveOut || made.length === 0))
    throw refuse('venues.taken', {
      says: {
        zh: `${taken.length} 次订不上（已占用或不开放）：${taken.map((t) => onOneDay(t)!.day).join('、')}。可以选择跳过这些日子。`,
        en: `${taken.length} cannot be had (taken or closed): ${taken.map((t) => onOneDay(t)!.day).join(', ')}. You may leave them out.`,
      },
    })
  return { made, taken }
}
