import { createHmac, timingSafeEqual } from 'node:crypto'
import { codeIsFresh, codeStep, readCode, stepOf, writeCode } from '@gongyou/contract/activities/code.ts'
import { newId } from '../../../kit/ids.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { findActivity, type SessionRow } from '../rows.ts'
import { attend, checkInWindow } from './attend.ts'

const signatureOf = (session: SessionRow, step: number) =>
  createHmac('sha256', session.secret).update(`${session.id}|${step}`).digest().subarray(0, 12).toString('base64url')

/** The code that stands now and those of the next two minutes. */
export const codesFor = (look: Look, session: SessionRow) => {
  const now = stepOf(look.at)
  return [0, 1, 2, 3].map((n) => ({
    code: writeCode(session.id, now + n, signatureOf(session, now + n)),
    from: new Date((now + n) * codeStep * 1000).toISOString(),
  }))
}

const genuine = (session: SessionRow, step: number, signature: string) => {
  const [a, b] = [Buffer.from(signatureOf(session, step)), Buffer.from(signature)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One checks in by the code on the screen: genuine, of this minute, of a session one has a seat in. */
export const checkInSelf = async (work: Work, text: string) => {
  const code = readCode(text)
  if (!code) throw refuse('activities.code-unknown')
  const session = await work.tx
    .selectFrom('activities.session')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', code.sessionId)
    .forUpdate()
    .executeTakeFirst()
  if (!session || !genuine(session, code.step, code.signature)) throw refuse('activities.code-unknown')
  if (!codeIsFresh(code.step, work.at)) throw refuse('activities.code-old')
  if (session.cancelled_at) throw refuse('activities.session-cancelled')
  if (session.closed_at) throw refuse('activities.session-closed')
  const window = checkInWindow(session)
  if (work.at < window.from || work.at > window.until) throw refuse('activities.not-check-in-time')
  const activity = await findActivity(work, session.activity_id)
  const person = work.by.personId!
  const known = await work.tx
    .selectFrom('activities.attendance')
    .select('at')
    .where('region', '=', work.region)
    .where('session_id', '=', session.id)
    .where('person_id', '=', person)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  const answer = (at: Date) => ({ sessionId: session.id, title: activity.row.title, place: session.place, at: at.toISOString() })
  if (known) return answer(known.at)
  const signUp = await work.tx
    .selectFrom('activities.sign_up')
    .select(['id', 'state', 'seats'])
    .where('region', '=', work.region)
    .where('pool_id', '=', session.pool_id)
    .where('person_id', '=', person)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (!signUp) throw refuse('activities.not-signed-up')
  if (signUp.state !== 'confirmed') throw refuse('activities.on-standby')
  await attend(work, activity, session, [
    { id: newId(), personId: person, signUpId: signUp.id, heads: signUp.seats, via: 'code', at: work.at, device: '' },
  ])
  return answer(work.at)
}
