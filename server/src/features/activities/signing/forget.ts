import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'

/** Deletes what was answered at sign-up, and who came along; that somebody had a seat stays, for the figures. */
export const forgetAnswers = (work: Work, activityId: string) =>
  sql`
    update activities.sign_up u set answers = null, party = null, sealed = null, sealed_key = null
      from activities.pool p
     where u.region = ${work.region} and p.region = u.region and p.id = u.pool_id and p.activity_id = ${activityId}
       and (u.answers is not null or u.party is not null or u.sealed is not null)`.execute(work.tx)
