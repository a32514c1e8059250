import { type Span, tidySpans } from '@gongyou/contract/venues/hours.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { settle } from './displace.ts'
import { lockVenue, specialDaysOf } from './venue.ts'

/** Other hours on some days, or none. Fails on `special_days_no_overlap` where such days are set already. */
export const setSpecialDays = async (work: Work, id: string, given: { from: string; to: string; spans: readonly Span[]; because: string }) => {
  const row = await lockVenue(work, id, 'venues.edit')
  const spans = tidySpans(given.spans)
  if (!spans) throw refuse('venues.hours-wrong')
  if (given.to < given.from || given.to < work.today)
    throw refuse('request.invalid', { fields: [{ path: 'to', message: '截止日不能早于开始日和今天' }] })
  const days = newId()
  await work.tx
    .insertInto('venues.special_days')
    .values({
      region: work.region,
      id: days,
      venue_id: id,
      from_day: given.from,
      to_day: given.to,
      spans: JSON.stringify(spans),
      because: given.because,
      created_at: work.at,
    })
    .execute()
  work.ledger.act({
    kind: 'venue.special-days-set',
    subject: id,
    org: row.org_id,
    data: { from: given.from, to: given.to, spans, because: given.because },
  })
  const displaced = await settle(work, id, given.because)
  return { special: await specialDaysOf(work, [id], work.today), displaced }
}

export const liftSpecialDays = async (work: Work, id: string, days: string) => {
  const row = await lockVenue(work, id, 'venues.edit')
  const done = await work.tx
    .updateTable('venues.special_days')
    .set({ lifted_at: work.at })
    .where('region', '=', work.region)
    .where('venue_id', '=', id)
    .where('id', '=', days)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.not-found')
  work.ledger.act({ kind: 'venue.special-days-lifted', subject: id, org: row.org_id })
}
