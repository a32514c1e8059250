import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

/** The account by which a worker signs in with the phone; made when first needed. */
export const workerAccount = async (work: Work, personId: string) => {
  await work.tx
    .insertInto('accounts.account')
    .values({ region: work.region, id: newId(), person_id: personId, created_at: work.at, changed_at: work.at })
    .onConflict((c) => c.columns(['region', 'person_id']).doNothing())
    .execute()
  return work.tx
    .selectFrom('accounts.account')
    .select(['id', 'staff'])
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
}

/** Persons who gave this phone number, and with which ID ending. */
export const personsByMobile = (work: Work, mobile: string) =>
  work.db
    .selectFrom('people.person')
    .select(['id', 'id_last4'])
    .where('region', '=', work.region)
    .where('mobile', '=', mobile)
    .where('merged_into', 'is', null)
    .limit(20)
    .execute()
