import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Reach, reachOf } from '../organisations/index.ts'

/** SQL: the person belongs to, applies to, or is moving to or from an organisation within reach. */
const belongs = (look: Look, personId: string, reach: string[]) =>
  sql<{ ok: boolean }>`
  select exists (select 1 from membership.membership where region = ${look.region} and person_id = ${personId} and org_id = any(${reach}::uuid[]))
      or exists (select 1 from membership.application where region = ${look.region} and person_id = ${personId} and org_id = any(${reach}::uuid[]) and status in ('submitted', 'returned'))
      or exists (select 1 from membership.transfer where region = ${look.region} and person_id = ${personId} and to_org_id = any(${reach}::uuid[]) and status in ('asked', 'released')) as ok`.execute(
    look.raw,
  )

/** The person, if this caller may do this with him; otherwise there is no such person. */
export const personWithin = async (look: Look, personId: string, right: Right) => {
  const reach: Reach = await reachOf(look, right)
  const person = await look.db.selectFrom('people.person').selectAll().where('region', '=', look.region).where('id', '=', personId).executeTakeFirst()
  if (!person) throw refuse('record.not-found')
  if (reach !== 'all' && !(await belongs(look, personId, reach as string[])).rows[0]?.ok) throw refuse('record.not-found')
  return person
}
