import type { CheckInAnswer, sendCheckIns } from '@gongyou/contract/activities/station.ts'
import type { AskOf } from '@gongyou/contract/kit/route.ts'
import { later } from '../../../kit/clock.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { Hall } from '../house.ts'
import { type Activity, type SessionRow, sessionWithin } from '../rows.ts'
import { type Present, attend, checkInWindow, undoAttendance } from './attend.ts'

type Item = AskOf<typeof sendCheckIns>['body']['items'][number]
type Attendance = { id: string; person_id: string; act_id: string; at: Date; via: string; heads: number }
type SignUp = { id: string; person_id: string; state: string; seats: number }
type Difference = CheckInAnswer['differences'][number]

/** Everything the items of one session are weighed by. */
type Register = {
  session: SessionRow
  activity: Activity
  signUps: SignUp[]
  attended: Attendance[]
  names: Map<string, string>
  seats: number | null
}

const registerOf = async (work: Work, activity: Activity, session: SessionRow, items: readonly Item[]): Promise<Register> => {
  const [signUps, attended] = [
    await work.tx
      .selectFrom('activities.sign_up')
      .select(['id', 'person_id', 'state', 'seats'])
      .where('region', '=', work.region)
      .where('pool_id', '=', session.pool_id)
      .execute(),
    await work.tx
      .selectFrom('activities.attendance')
      .select(['id', 'person_id', 'act_id', 'at', 'via', 'heads'])
      .where('region', '=', work.region)
      .where('session_id', '=', session.id)
      .where('undone_at', 'is', null)
      .execute(),
  ]
  const asked = [...signUps.map((s) => s.person_id), ...items.flatMap((i) => (i.personId ? [i.personId] : []))]
  const persons = await work.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('region', '=', work.region)
    .where('id', '=', anyOf(asked))
    .execute()
  const pool = await work.tx
    .selectFrom('activities.pool')
    .select('seats')
    .where('region', '=', work.region)
    .where('id', '=', session.pool_id)
    .executeTakeFirstOrThrow()
  return { session, activity, signUps, attended, names: new Map(persons.map((p) => [p.id, p.name])), seats: pool.seats }
}

const personOf = async (work: Work, hall: Hall, register: Register, item: Item) => {
  const signUp = item.signUpId ? register.signUps.find((s) => s.id === item.signUpId) : undefined
  if (signUp) return signUp.person_id
  if (item.card) return hall.personOfCard(work, item.card)
  if (!item.personId || !register.names.has(item.personId)) return undefined
  if (register.signUps.some((s) => s.person_id === item.personId)) return item.personId
  // Somebody who has not signed up: known to this officer, or to nobody here.
  return (await hall.personWithin(work, item.personId).catch(() => undefined))?.id
}

const minute = 60_000
/** What the phone holds and the register holds otherwise, field by field. */
const differencesOf = (register: Register, item: Item, at: Date, signUp: SignUp | undefined, before: Attendance | undefined): Difference[] => {
  const window = checkInWindow(register.session)
  const all: (Difference | false | undefined)[] = [
    before && Math.abs(before.at.getTime() - at.getTime()) > minute && { field: 'at', phone: at.toISOString(), register: before.at.toISOString() },
    before && before.heads !== item.heads && { field: 'heads', phone: String(item.heads), register: String(before.heads) },
    before && before.via !== item.via && { field: 'via', phone: item.via, register: before.via },
    !before &&
      item.signUpId !== undefined &&
      signUp?.state !== 'confirmed' && { field: 'state', phone: 'confirmed', register: signUp?.state ?? 'cancelled' },
    (at < window.from || at > window.until) && { field: 'session', phone: at.toISOString(), register: register.session.starts_at.toISOString() },
  ]
  const found = all.filter((d): d is Difference => Boolean(d))
  // The same check-in seen twice within a minute is one check-in, however it was seen.
  return before && found.every((d) => d.field === 'via') ? [] : found
}

const overfull = ({ seats, attended }: Register, heads: number) => seats !== null && attended.reduce((sum, a) => sum + a.heads, 0) + heads > seats

type Outcome = CheckInAnswer & { present?: Present }

const weigh = async (work: Work, hall: Hall, register: Register, item: Item, device: string): Promise<Outcome> => {
  const answer = (result: CheckInAnswer['result'], says: string, more: Partial<Outcome> = {}): Outcome => ({
    id: item.id,
    result,
    person: null,
    differences: [],
    says,
    ...more,
  })
  const personId = await personOf(work, hall, register, item)
  if (!personId) return answer('refused', item.card ? '没有这张会员卡' : '没有这个人的报名记录')
  const person = { id: personId, name: register.names.get(personId) ?? '' }
  const before = register.attended.find((a) => a.person_id === personId)
  if (before?.id === item.id) return answer('known', '已签到', { person })
  const own = register.signUps.filter((s) => s.person_id === personId)
  const signUp = own.find((s) => s.id === item.signUpId) ?? own.find((s) => s.state === 'confirmed')
  // A phone whose clock runs ahead cannot have seen the future.
  const at = new Date(Math.min(new Date(item.at).getTime(), work.at.getTime()))
  const differences = differencesOf(register, item, at, signUp, before)
  if (differences.length > 0 && item.keep === 'register') return answer('known', '以系统记录为准', { person })
  if (differences.length > 0 && item.keep === undefined) return answer('conflict', '手机与系统记录不一致，请逐项核对', { person, differences })
  if (before && differences.length === 0) return answer('known', '已签到', { person })
  if (signUp?.state !== 'confirmed' && item.keep === undefined && overfull(register, item.heads))
    return answer('refused', '名额已满，现场报到不能再签', { person })
  if (before) await undoAttendance(work, register.activity, register.session, before, '以现场手机记录为准')
  register.attended = register.attended.filter((a) => a !== before)
  const present: Present = {
    id: item.id,
    personId,
    signUpId: signUp?.state === 'confirmed' ? signUp.id : null,
    heads: item.heads,
    via: signUp?.state === 'confirmed' ? item.via : 'walk-in',
    at,
    device,
  }
  register.attended.push({ id: item.id, person_id: personId, act_id: '', at, via: present.via, heads: present.heads })
  return answer('recorded', '签到成功', { person, present })
}

const mustBeRunning = (session: SessionRow, activity: Activity, at: Date) => {
  if (activity.row.state !== 'published') throw refuse('activities.not-now')
  if (session.cancelled_at) throw refuse('activities.session-cancelled')
  if (session.closed_at) throw refuse('activities.session-closed')
  if (activity.kind.counts === 'heads') throw refuse('activities.gate-only')
  if (at < later(session.starts_at, { days: -1 })) throw refuse('activities.not-check-in-time')
}

/** What a station sends, now or hours later: each item for itself, so that one that cannot be taken holds up no other. */
export const takeCheckIns = async (work: Work, hall: Hall, sessionId: string, device: string, items: readonly Item[]) => {
  const { session, activity } = await sessionWithin(work, sessionId, 'activities.edit', true)
  mustBeRunning(session, activity, work.at)
  const register = await registerOf(work, activity, session, items)
  const taken = await work.tx
    .selectFrom('activities.attendance')
    .select(['id', 'session_id'])
    .where('region', '=', work.region)
    .where('id', '=', anyOf(items.map((i) => i.id)))
    .execute()
  const used = new Set(taken.map((t) => t.id))
  const outcomes: Outcome[] = []
  const seen = new Set<string>()
  for (const item of items) {
    const twice = seen.has(item.id)
    seen.add(item.id)
    const standing = register.attended.some((a) => a.id === item.id)
    // Its id is spent: sent before and undone since, or another record's.
    if (used.has(item.id) && !standing) outcomes.push({ id: item.id, result: 'known', person: null, differences: [], says: '已收到过，后来被撤销' })
    else if (twice) outcomes.push({ ...outcomes.find((o) => o.id === item.id)!, result: 'known' })
    else outcomes.push(await weigh(work, hall, register, item, device))
  }
  await attend(
    work,
    activity,
    session,
    outcomes.flatMap((o) => (o.present ? [o.present] : [])),
  )
  return outcomes.map(({ present: _, ...o }) => o)
}
