import { labelOf } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { aboutVenue, venueWithin } from './venue.ts'

type Inspection = { on: string; useful: number; downToEarth: number; effective: number; remarks: string }

/** The yearly inspection with its three scores. Fails on `inspection_once_a_year`. */
export const inspect = async (work: Work, venueId: string, given: Inspection) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  if (!venue.opened_on || venue.closed_on) throw refuse('venues.not-open-yet')
  if (given.on > work.today || given.on < venue.opened_on)
    throw refuse('request.invalid', { fields: [{ path: 'on', message: '检查日期应在开放之后、今天以前' }] })
  const id = newId()
  await work.tx
    .insertInto('venues.inspection')
    .values({
      region: work.region,
      id,
      venue_id: venueId,
      year: Number(given.on.slice(0, 4)),
      on_day: given.on,
      useful: given.useful,
      down_to_earth: given.downToEarth,
      effective: given.effective,
      remarks: given.remarks,
      by_name: labelOf(work.by),
      at: work.at,
    })
    .execute()
  const passed = Math.min(given.useful, given.downToEarth, given.effective) >= 60
  work.ledger.act({ kind: 'venue.inspected', subject: id, org: venue.org_id, day: given.on, data: { ...aboutVenue(venue), passed: String(passed) } })
}

/** 最美站点: recommended by whoever runs it, named by the district. */
export const honour = async (work: Work, venueId: string, given: { year: number; because: string; award: boolean }) => {
  const venue = await venueWithin(work, venueId, 'venues.edit')
  if (!venue.opened_on || venue.closed_on) throw refuse('venues.not-open-yet')
  if (!given.award) {
    if (given.because.length < 2) throw refuse('request.invalid', { fields: [{ path: 'because', message: '请写明推荐理由' }] })
    await work.tx
      .insertInto('venues.honour')
      .values({
        region: work.region,
        venue_id: venueId,
        year: given.year,
        because: given.because,
        recommended_by: labelOf(work.by),
        recommended_at: work.at,
      })
      .onConflict((c) => c.columns(['region', 'venue_id', 'year']).doUpdateSet((e) => ({ because: e.ref('excluded.because') })))
      .execute()
    work.ledger.act({ kind: 'venue.recommended', subject: venueId, org: venue.org_id, data: { ...aboutVenue(venue), year: given.year } })
    return
  }
  if ((await reachOf(work, 'venues.edit')) !== 'all') throw refuse('venues.award-district')
  const done = await work.tx
    .updateTable('venues.honour')
    .set({ awarded_on: work.today })
    .where('region', '=', work.region)
    .where('venue_id', '=', venueId)
    .where('year', '=', given.year)
    .where('awarded_on', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('venues.not-recommended')
  work.ledger.act({ kind: 'venue.honoured', subject: venueId, org: venue.org_id, data: { ...aboutVenue(venue), year: given.year } })
}
