import { randomBytes } from 'node:crypto'
import { askedFaults, ruleFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind, Eligibility, KindFault } from '@gongyou/contract/activities/kind.ts'
import { type Answers, type Form, checkAnswers } from '@gongyou/contract/forms/index.ts'
import type { createActivity } from '@gongyou/contract/activities/office.ts'
import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import type { AskOf } from '@gongyou/contract/kit/route.ts'
import { dayOf } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { clause, reachOf } from '../../organisations/index.ts'
import { openKind } from '../kinds.ts'
import { type Activity, activityWithin, changeRow, mustBeFresh, poolsOf, sessionsOf } from '../rows.ts'
import { storable } from '../signing/judge.ts'
import { type NewSession, repeated } from './repeat.ts'
import { type Seats, addPool } from './seats.ts'

type Plan = AskOf<typeof createActivity>['body']

/** The organisation lies where the caller may plan activities. */
const orgFor = async (work: Work, orgId: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', orgId)
    .where('dissolved_on', 'is', null)
    .where(clause(await reachOf(work, 'activities.edit'), 'id'))
    .executeTakeFirst()
  if (!org) throw refuse('activities.no-such-place')
  return org
}

const mustBeFine = (faults: readonly KindFault[]) => {
  if (faults.length > 0) throw refuse('request.invalid', { fields: faults.map((f) => ({ path: f.path, message: f.says.zh })) })
}

/** A plan may be half filled in; what is there must be right, and all of it before it is published. */
export const readPlan = (work: Work, kind: ActivityKind, given: Answers, draft: boolean) => {
  const { answers, faults } = checkAnswers(kind.form, storable(given) as Answers, { today: work.today, draft })
  if (faults.length > 0) throw refuse('request.invalid', { fields: faults.map((f) => ({ path: `answers.${f.path}`, message: f.says.zh })) })
  return answers
}

export const mustLast = (s: { startsAt: string; endsAt: string }) => {
  const length = new Date(s.endsAt).getTime() - new Date(s.startsAt).getTime()
  if (!(length > 0 && length < 31 * 86_400_000)) throw refuse('activities.times-wrong')
}

export const addSessionRow = async (work: Work, activityId: string, poolId: string, number: number, s: NewSession) => {
  mustLast(s)
  await work.tx
    .insertInto('activities.session')
    .values({
      region: work.region,
      id: newId(),
      activity_id: activityId,
      pool_id: poolId,
      number,
      starts_at: new Date(s.startsAt),
      ends_at: new Date(s.endsAt),
      place: s.place,
      address: s.address,
      lon: s.point?.[0] ?? null,
      lat: s.point?.[1] ?? null,
      audience: s.audience ?? null,
      head: s.head,
      secret: randomBytes(32),
    })
    .execute()
}

/** Plans an activity with its sessions and seats. Nothing is public yet. */
export const planActivity = async (work: Work, plan: Plan) => {
  const kind = await openKind(work, plan.kind)
  const org = await orgFor(work, plan.orgId)
  const sessions = repeated(plan.sessions, plan.repeat)
  if (sessions.length === 0) throw refuse('activities.no-session')
  for (const s of sessions) mustLast(s)
  mustBeFine([...askedFaults(kind, plan.questions ?? {}), ...ruleFaults(plan.rules ?? [])])
  const id = newId()
  await work.tx
    .insertInto('activities.activity')
    .values({
      region: work.region,
      id,
      kind: kind.code,
      revision: kind.revision,
      title: plan.title,
      about: plan.about,
      contact: plan.contact,
      programme: plan.programme,
      org_id: org.id,
      town: org.town,
      series_id: plan.seriesId ?? null,
      template: plan.template,
      state: 'draft',
      whole: plan.whole,
      answers: JSON.stringify(readPlan(work, kind, plan.answers, true)),
      questions: JSON.stringify(plan.questions ?? {}),
      rules: JSON.stringify(plan.rules ?? []),
      party_most: plan.partyMost ?? kind.usual.partyMost ?? 0,
      created_at: work.at,
      created_by: work.by.personId,
      changed_at: work.at,
    })
    .execute()
  const start = (s: NewSession) => new Date(s.startsAt)
  const course = plan.whole ? await addPool(work, kind, id, start(sessions[0]!), plan.seats) : null
  for (const [i, s] of sessions.entries())
    await addSessionRow(work, id, course ?? (await addPool(work, kind, id, start(s), perSession(plan.seats, sessions[0]!, s))), i + 1, s)
  work.ledger.act({ kind: 'activity.planned', subject: id, org: org.id, data: { activityKind: kind.code, sessions: sessions.length } })
  return id
}

/** Times of sign-up that were given for the first session keep their distance from each later one. */
const perSession = (seats: Seats, first: NewSession, s: NewSession): Seats => {
  const by = new Date(s.startsAt).getTime() - new Date(first.startsAt).getTime()
  const shifted = (at: string | undefined) => (at === undefined ? undefined : new Date(new Date(at).getTime() + by).toISOString())
  return { ...seats, opensAt: seats.opensAt, closesAt: shifted(seats.closesAt), cancelUntil: shifted(seats.cancelUntil) }
}

type Changes = {
  version: number
  title?: string | undefined
  about?: string | undefined
  contact?: string | undefined
  programme?: string | undefined
  answers?: Answers | undefined
  questions?: Form | undefined
  rules?: readonly Eligibility[] | undefined
  partyMost?: number | undefined
}
export const changePlan = async (work: Work, activity: Activity, given: Changes) => {
  mustBeFresh(activity, given.version)
  const { row, kind } = activity
  if (row.state !== 'draft' && row.state !== 'published') throw refuse('activities.not-now')
  mustBeFine([...askedFaults(kind, given.questions ?? {}), ...ruleFaults(given.rules ?? [])])
  await changeRow(work, activity, {
    ...(given.title === undefined ? {} : { title: given.title }),
    ...(given.about === undefined ? {} : { about: given.about }),
    ...(given.contact === undefined ? {} : { contact: given.contact }),
    ...(given.programme === undefined ? {} : { programme: given.programme }),
    ...(given.partyMost === undefined ? {} : { party_most: given.partyMost }),
    ...(given.answers === undefined ? {} : { answers: JSON.stringify(readPlan(work, kind, given.answers, row.state === 'draft')) }),
    ...(given.questions === undefined ? {} : { questions: JSON.stringify(given.questions) }),
    ...(given.rules === undefined ? {} : { rules: JSON.stringify(given.rules) }),
  })
  work.ledger.act({ kind: 'activity.changed', subject: row.id, org: row.org_id })
}

/** The same again from another day on: plan, places, seats and distances, nothing of who came. */
export const clonePlan = async (work: Work, id: string, how: { on: string; series: boolean; template: boolean }) => {
  const { row } = await activityWithin(work, id)
  const [sessions, pools] = [await sessionsOf(work, id), await poolsOf(work, id)]
  const first = sessions[0]
  const pool = pools[0]
  if (!first || !pool) throw refuse('activities.no-session')
  const days = daysBetween(dayOf(first.starts_at), how.on)
  if (addDays(how.on, 0) !== how.on) throw refuse('activities.times-wrong')
  const shift = (at: Date) => new Date(at.getTime() + days * 86_400_000).toISOString()
  const seriesId = how.series ? (row.series_id ?? row.id) : undefined
  if (how.series && !row.series_id)
    await work.tx.updateTable('activities.activity').set({ series_id: row.id }).where('region', '=', work.region).where('id', '=', row.id).execute()
  const quotas = await work.tx
    .selectFrom('activities.quota')
    .select(['org_id', 'seats'])
    .where('region', '=', work.region)
    .where('pool_id', '=', pool.id)
    .execute()
  return planActivity(work, {
    kind: row.kind,
    orgId: row.org_id,
    title: row.title,
    about: row.about,
    contact: row.contact,
    programme: row.programme,
    answers: row.answers as Answers,
    questions: row.questions as Form,
    rules: row.rules as Eligibility[],
    partyMost: row.party_most,
    whole: row.whole,
    template: how.template,
    ...(seriesId ? { seriesId } : {}),
    sessions: sessions.map((s) => ({
      startsAt: shift(s.starts_at),
      endsAt: shift(s.ends_at),
      place: s.place,
      address: s.address,
      head: s.head,
      ...(s.lon !== null && s.lat !== null ? { point: [s.lon, s.lat] as [number, number] } : {}),
      ...(s.audience ? { audience: s.audience } : {}),
    })),
    seats: {
      seats: pool.seats,
      standbySeats: pool.standby_seats,
      closesAt: shift(pool.closes_at),
      cancelUntil: shift(pool.cancel_until),
      rule: pool.rule as 'first' | 'draw',
      firstTimers: pool.first_timers,
      quotas: quotas.map((q) => ({ orgId: q.org_id, seats: q.seats })),
    },
  })
}
