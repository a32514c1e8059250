import type { VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { settle } from './displace.ts'
import { type VenueRow, aboutVenue, lockVenue, writeState } from './venue.ts'

/** From which states an officer may lead where; the steps before opening are those of the application. */
const from = { open: ['suspended', 'closed'], suspended: ['open'], closed: ['open', 'suspended'] } as const

// Opening counts a venue in and closing counts it out; one that is suspended still stands.
const actOf = (to: VenueState, stands: boolean) => {
  if (to === 'open') return stands ? 'venue.resumed' : 'venue.opened'
  if (to === 'closed') return stands ? 'venue.closed' : 'venue.dropped'
  return `venue.${to.replace('_', '-')}`
}

/** Leads a venue into a state on a day; what is counted of it follows. */
export const enterState = async (work: Work, row: VenueRow, to: VenueState, on: string, because = '') => {
  const stands = row.opened_on !== null && row.closed_on === null
  await work.tx
    .updateTable('venues.venue')
    .set((e) => ({
      state: to,
      ...(to === 'open' && !stands ? { opened_on: on } : {}),
      closed_on: to === 'closed' ? on : null,
      changed_at: work.at,
      version: e('version', '+', 1),
    }))
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  await writeState(work, row.id, to, on, because)
  work.ledger.act({ kind: actOf(to, stands), subject: row.id, org: row.org_id, day: on, data: { ...aboutVenue(row), because } })
}

/** Suspends, opens again or closes a venue. Whoever had booked there is told and offered other times. */
export const moveVenue = async (
  work: Work,
  id: string,
  given: { version: number; to: 'open' | 'suspended' | 'closed'; on?: string | undefined; because: string },
) => {
  const row = await lockVenue(work, id, 'venues.edit')
  if (row.version !== given.version) throw refuse('record.changed')
  const was: readonly string[] = from[given.to]
  // What was given up before it ever opened is taken up by a new application.
  if (!was.includes(row.state) || !row.opened_on) throw refuse('venues.not-from-here')
  const on = given.on ?? work.today
  const last = row.closed_on ?? row.opened_on
  if (on > work.today || on < last)
    throw refuse('request.invalid', { fields: [{ path: 'on', message: `请填写 ${last} 到今天之间的日期；以后的日子请用特殊开放日` }] })
  await enterState(work, row, given.to, on, given.because)
  if (given.to !== 'open') await settle(work, id, given.because)
}
