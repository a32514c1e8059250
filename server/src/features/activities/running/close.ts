import { sql } from 'kysely'
import { dayOf } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type Activity, type SessionRow, sessionWithin } from '../rows.ts'
import { markHeld, sessionData, undoAttendance } from './attend.ts'

const mustBeOpen = (session: SessionRow, activity: Activity) => {
  if (activity.row.state !== 'published') throw refuse('activities.not-now')
  if (session.cancelled_at) throw refuse('activities.session-cancelled')
  if (session.closed_at) throw refuse('activities.session-closed')
}

type Held = { session: SessionRow; activity: Activity }

/** Heads counted at the gate: 人次, never 人. A new count replaces the old one, whose act is reversed. The session is locked. */
export const countHeads = async (work: Work, { session, activity }: Held, heads: number) => {
  mustBeOpen(session, activity)
  if (work.at < session.starts_at) throw refuse('activities.not-check-in-time')
  await markHeld(work, activity, session)
  const subject = session.id
  const org = activity.row.org_id
  if (session.gate_act) work.ledger.act({ kind: 'session.count-undone', subject, org, reverses: session.gate_act })
  const act = work.ledger.act({
    kind: 'session.counted',
    subject,
    org,
    day: dayOf(session.starts_at),
    data: { ...sessionData(activity, session), heads },
  })
  await work.tx
    .updateTable('activities.session')
    .set({ gate_count: heads, gate_act: act })
    .where('region', '=', work.region)
    .where('id', '=', session.id)
    .execute()
}
export const countGate = async (work: Work, sessionId: string, heads: number) => {
  const held = await sessionWithin(work, sessionId, 'activities.edit', true)
  await countHeads(work, held, heads)
  return held.activity
}

type Missing = { id: string; person_id: string }
/** Those who held a seat and did not come. */
const missing = (work: Work, session: SessionRow) =>
  sql<Missing>`
    select u.id, u.person_id from activities.sign_up u
     where u.region = ${work.region} and u.pool_id = ${session.pool_id} and u.state = 'confirmed'
       and not exists (select 1 from activities.attendance t where t.region = u.region and t.session_id = ${session.id} and t.person_id = u.person_id and t.undone_at is null)`.execute(
    work.tx,
  )

/** The session is done: what was seen stands, and who did not come is noted. The session is locked. */
export const closeHeld = async (work: Work, { session, activity }: Held) => {
  mustBeOpen(session, activity)
  if (work.at < session.starts_at) throw refuse('activities.not-check-in-time')
  const photos = await work.tx
    .selectFrom('activities.evidence')
    .select('id')
    .where('region', '=', work.region)
    .where('session_id', '=', session.id)
    .where('sort', '=', 'photo')
    .where('removed_at', 'is', null)
    .limit(1)
    .execute()
  if (activity.kind.evidence && photos.length === 0) throw refuse('activities.photo-needed')
  const absent = activity.kind.counts === 'heads' ? [] : (await missing(work, session)).rows
  for (const a of absent)
    work.ledger.act({
      kind: 'activity.absent',
      subject: a.id,
      org: activity.row.org_id,
      person: a.person_id,
      day: dayOf(session.starts_at),
      data: sessionData(activity, session),
    })
  if (!activity.row.whole && absent.length > 0)
    await work.tx
      .updateTable('activities.sign_up')
      .set({ absent: true })
      .where('region', '=', work.region)
      .where('id', '=', sql<string>`any(${absent.map((a) => a.id)}::uuid[])`)
      .execute()
  await work.tx.updateTable('activities.session').set({ closed_at: work.at }).where('region', '=', work.region).where('id', '=', session.id).execute()
  work.ledger.act({ kind: 'session.closed', subject: session.id, org: activity.row.org_id, data: { absent: absent.length } })
}
export const closeOne = async (work: Work, sessionId: string) => {
  const held = await sessionWithin(work, sessionId, 'activities.edit', true)
  await closeHeld(work, held)
  return held.activity
}

/** A check-in that was a mistake is taken back. */
export const takeBack = async (work: Work, sessionId: string, personId: string, because: string) => {
  const { session, activity } = await sessionWithin(work, sessionId, 'activities.edit', true)
  mustBeOpen(session, activity)
  const was = await work.tx
    .selectFrom('activities.attendance')
    .select(['id', 'person_id', 'act_id'])
    .where('region', '=', work.region)
    .where('session_id', '=', session.id)
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (!was) throw refuse('record.not-found')
  await undoAttendance(work, activity, session, was, because)
  return activity
}
