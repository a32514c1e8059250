import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { roundOf } from './lists.ts'

type Mark = { on: string; to: string } | { on: null; because: string }

/**
 * The district has handed a period up, or takes the mark off again. Sheets that move afterwards are counted: what was handed
 * up and what the units say now may differ by them.
 */
export const markReported = async (work: Work, id: string, given: Mark) => {
  if ((await reachOf(work, 'returns.oversee')) !== 'all') throw refuse('right.missing')
  const { row } = await roundOf(work, id)
  if (given.on !== null && (given.on <= row.to_on || given.on > work.today)) throw refuse('returns.early-mark')
  const mark =
    given.on === null
      ? { reported_on: null, reported_to: null, reported_by: null, reported_at: null }
      : { reported_on: given.on, reported_to: given.to, reported_by: work.by.personId, reported_at: work.at }
  await work.tx.updateTable('returns.round').set(mark).where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: given.on === null ? 'return-round.mark-taken-off' : 'return-round.reported', subject: id, data: { ...given } })
  return (await roundOf(work, id)).view
}
