import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { clause, reachOf } from '../../organisations/index.ts'

/** A sign-up, if its activity lies where this caller may do this; else there is none. */
export const signUpWithin = async (look: Look, id: string, right: Right) => {
  const row = await look.db
    .selectFrom('activities.sign_up as u')
    .innerJoin('activities.pool as p', (j) => j.onRef('p.region', '=', 'u.region').onRef('p.id', '=', 'u.pool_id'))
    .innerJoin('activities.activity as a', (j) => j.onRef('a.region', '=', 'p.region').onRef('a.id', '=', 'p.activity_id'))
    .selectAll('u')
    .where('u.region', '=', look.region)
    .where('u.id', '=', id)
    .where(clause(await reachOf(look, right), 'a.org_id'))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}
