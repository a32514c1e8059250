import type { Look } from '../../kit/db/database.ts'
import { clause, reachOf } from '../organisations/index.ts'
import type { ClockRow } from './row.ts'

/** Whether the caller of a request may see one record. Each feature gives one for the kinds of record it starts clocks for. */
export type SubjectSight = (look: Look, subjectId: string) => Promise<boolean>
export type SubjectSights = Readonly<Record<string, SubjectSight>>

/** Clocks of an organisation are seen by whoever sees the organisation. */
const organisation: SubjectSight = async (look, id) => {
  const reach = await reachOf(look, 'organisations.read')
  const found = await look.db
    .selectFrom('organisations.org')
    .select('id')
    .where('region', '=', look.region)
    .where('id', '=', id)
    .where(clause(reach, 'id'))
    .executeTakeFirst()
  return found !== undefined
}

/** A record of a kind nobody answers for is seen by nobody. */
export const maySee = async (look: Look, sights: SubjectSights, clock: Pick<ClockRow, 'subject_kind' | 'subject_id'>) => {
  const sight = clock.subject_kind === 'organisation' ? organisation : sights[clock.subject_kind]
  return sight ? sight(look, clock.subject_id) : false
}
