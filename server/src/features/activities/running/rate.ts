import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import type { Work } from '../../../kit/db/database.ts'
import { dayOf } from '../../../kit/clock.ts'
import { refuse } from '../../../kit/refuse.ts'
import { newestOf, openCase } from '../../cases/index.ts'
import type { Hall } from '../house.ts'
import { findActivity } from '../rows.ts'
import { sessionData } from './attend.ts'

/** At two stars or less somebody calls. */
const lowest = 2

/** Those who were there say what they thought of it, once; the key to the attendance keeps everybody else out. */
export const rate = async (work: Work, hall: Hall, sessionId: string, stars: number, said: string) => {
  const session = await work.db
    .selectFrom('activities.session')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session) throw refuse('record.not-found')
  const activity = await findActivity(work, session.activity_id)
  if (!activity.kind.rated) throw refuse('activities.not-rated-here')
  const attended = await work.db
    .selectFrom('activities.attendance')
    .select('id')
    .where('region', '=', work.region)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', work.by.personId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (!attended) throw refuse('activities.not-attended')
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', activity.row.org_id)
    .executeTakeFirstOrThrow()
  const visit =
    stars > lowest
      ? null
      : await openCase(work, hall, {
          service: (await newestOf(work, returnVisit.code)).service,
          org,
          answers: { stars, ...(said ? { complaint: said } : {}) },
          channel: 'office',
          title: `回访：${activity.row.title}`,
        })
  await work.tx
    .insertInto('activities.rating')
    .values({
      region: work.region,
      attendance_id: attended.id,
      session_id: sessionId,
      person_id: work.by.personId!,
      stars,
      said,
      at: work.at,
      case_id: visit?.row.id ?? null,
    })
    .execute()
  work.ledger.act({
    kind: 'session.rated',
    subject: sessionId,
    org: org.id,
    day: dayOf(session.starts_at),
    data: { ...sessionData(activity, session), stars },
  })
}
