import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { employmentsOf } from '../organisations/index.ts'

/** The same three days as for a first application. */
const answerDays = 3

/** Sends a returned application again, with the work details as they now stand. */
export const resubmit = async (work: Work, personId: string, id: string, says: string) => {
  const a = await work.tx
    .selectFrom('membership.application')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!a) throw refuse('record.not-found')
  if (a.status !== 'returned') throw refuse('membership.not-returned')
  const standing = (await employmentsOf(work, personId)).filter((e) => e.until === null)
  const platforms = standing.filter((e) => e.form === 'platform').map((e) => e.employer)
  const before = a.answers as { occupation: string | null; employer: string | null }
  const answers = {
    ...before,
    occupation: standing[0]?.occupation ?? before.occupation,
    employer: standing.find((e) => e.form !== 'platform')?.employer ?? null,
    platforms,
    ...(says ? { says } : {}),
  }
  const dueOn = addDays(work.today, answerDays)
  await work.tx
    .updateTable('membership.application')
    .set({ status: 'submitted', reason: null, answers: JSON.stringify(answers), submitted_at: work.at, due_on: dueOn, version: a.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  work.ledger.act({ kind: 'membership.application-resubmitted', subject: id, org: a.org_id, person: personId, data: says ? { says } : {} })
  return { number: a.number, dueOn }
}
