import { randomInt } from 'node:crypto'
import type { SpecialDays, Hours, Span } from '@gongyou/contract/venues/hours.ts'
import type { VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { labelOf } from '../../kit/actor.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'

const select = (look: Look) => look.db.selectFrom('venues.venue').selectAll().where('region', '=', look.region)
export type VenueRow = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

// Without 0 O 1 I: the code under the QR is also read aloud.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const newCode = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

export const findVenue = async (look: Look, id: string): Promise<VenueRow> => {
  const row = await select(look).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** The venue, if this caller may do this with it; otherwise there is no such venue. */
export const venueWithin = async (look: Look, id: string, right: Right): Promise<VenueRow> => {
  const row = await select(look)
    .where('id', '=', id)
    .where(clause(await reachOf(look, right), 'org_id'))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** The same, locked until the commit. */
export const lockVenue = async (work: Work, id: string, right: Right): Promise<VenueRow> => {
  const row = await work.tx
    .selectFrom('venues.venue')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where(clause(await reachOf(work, right), 'org_id'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** The venue whose code was scanned, open or suspended: what is not open yet has no door. */
export const venueAt = async (look: Look, code: string): Promise<VenueRow> => {
  const row = await select(look).where('code', '=', code).where('state', 'in', ['open', 'suspended']).executeTakeFirst()
  if (!row) throw refuse('venues.no-such-code')
  return row
}

export const hoursOfRow = (row: Pick<VenueRow, 'hours'>) => row.hours as Hours

export type SpecialRow = SpecialDays & { id: string; venue: string }

/** Special days of venues that are not over on a day. */
export const specialDaysOf = async (look: Look, venues: readonly string[], from: string): Promise<SpecialRow[]> => {
  if (venues.length === 0) return []
  const rows = await look.db
    .selectFrom('venues.special_days')
    .select(['id', 'venue_id', 'from_day', 'to_day', 'spans', 'because'])
    .where('region', '=', look.region)
    .where('venue_id', '=', anyOf(venues))
    .where('lifted_at', 'is', null)
    .where('to_day', '>=', from)
    .orderBy('from_day')
    .execute()
  return rows.map((r) => ({ id: r.id, venue: r.venue_id, from: r.from_day, to: r.to_day, spans: r.spans as Span[], because: r.because }))
}

/** What figures may ask of anything that happens at a venue. */
export const aboutVenue = (row: Pick<VenueRow, 'town' | 'kind'>) => ({ town: row.town, venueKind: row.kind })

/** Writes the next line of a venue's history. */
export const writeState = async (work: Work, venueId: string, state: VenueState, on: string, because = '') => {
  const last = await work.tx
    .selectFrom('venues.venue_state')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('region', '=', work.region)
    .where('venue_id', '=', venueId)
    .executeTakeFirst()
  await work.tx
    .insertInto('venues.venue_state')
    .values({
      region: work.region,
      venue_id: venueId,
      seq: (last?.seq ?? 0) + 1,
      state,
      on_day: on,
      because,
      by_name: labelOf(work.by),
      at: work.at,
    })
    .execute()
}
