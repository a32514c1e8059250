import type { Look, Work } from '../../../kit/db/database.ts'
import { type Activity, type SessionRow, findActivity, sessionsOf } from '../rows.ts'

const newestAsked = (look: Look, caseId: string) =>
  look.db
    .selectFrom('activities.activity')
    .select('id')
    .where('region', '=', look.region)
    .where('asked_case', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The activity a case asked for, and its session: the newest, where one before it was cancelled. */
export const askedSession = async (look: Look, caseId: string): Promise<{ activity: Activity; session: SessionRow } | undefined> => {
  const row = await newestAsked(look, caseId)
  if (!row) return undefined
  const [session] = await sessionsOf(look, row.id)
  return session && { activity: await findActivity(look, row.id), session }
}

/** The same, locked until the commit: activity, seats, sessions, in the order in which everybody takes them. */
export const lockAsked = async (work: Work, caseId: string) => {
  const row = await newestAsked(work, caseId)
  if (!row) return undefined
  await work.tx.selectFrom('activities.activity').select('id').where('region', '=', work.region).where('id', '=', row.id).forUpdate().execute()
  await work.tx
    .selectFrom('activities.pool')
    .select('id')
    .where('region', '=', work.region)
    .where('activity_id', '=', row.id)
    .orderBy('id')
    .forUpdate()
    .execute()
  await work.tx
    .selectFrom('activities.session')
    .select('id')
    .where('region', '=', work.region)
    .where('activity_id', '=', row.id)
    .orderBy('id')
    .forUpdate()
    .execute()
  return askedSession(work, caseId)
}

/** Heads that were seen so far: those who checked in, or as many as were counted at the gate. */
export const headsOf = async (look: Look, session: SessionRow) => {
  const { n } = await look.db
    .selectFrom('activities.attendance')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('heads'), e.val(0)).as('n'))
    .where('region', '=', look.region)
    .where('session_id', '=', session.id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Math.max(Number(n), session.gate_count ?? 0)
}
