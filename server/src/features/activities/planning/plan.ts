import type { Text } from '@gongyou/contract/kit/text.ts'
import { randomBytes } from 'node:crypto'
import { askedFaults, ruleFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind, Eligibility, KindFault } from '@gongyou/contract/activities/kind.ts'
import { type Answers, type Form, checkAnswers } from '@gongyou/contract/forms/index.ts'
import type { createActivity } from '@gongyou/contract/activities/office.ts'
import type { AskOf } from '@gongyou/contract/kit/route.ts'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { clause, reachOf } from '../../organisations/index.ts'
import { openKind } from '../kinds.ts'
import type { SessionPlaces } from '../house.ts'
import { type Activity, changeRow, mustBeFresh } from '../rows.ts'
import { storable } from '../signing/judge.ts'
import { type NewSession, repeated } from './repeat.ts'
import { type Seats, addPool } from './seats.ts'

/** What is planned; `askedCase`: the case that asked for it. */
type Plan = AskOf<typeof createActivity>['body'] & { askedCase?: string }

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
  if (faults.length > 0) throw refuse('request.invalid', { fields: fieldsOf(faults) })
}

/** A plan may be half filled in; what is there must be right, and all of it before it is published. */
export const readPlan = (work: Work, kind: ActivityKind, given: Answers, draft: boolean) => {
  const { answers, faults } = checkAnswers(kind.form, storable(given) as Answers, { today: work.today, draft })
  // A draft is judged beside its fields; what is published is judged far from them, and every sentence names its field.
  const named = (path: string, says: Text): Text => {
    const label = kind.form[path.split('.')[0]!]?.label
    return draft || !label ? says : { zh: `“${label.zh}”${says.zh}`, en: `${label.en || label.zh}: ${says.en}` }
  }
  if (faults.length > 0)
    throw refuse('request.invalid', { fields: faults.map((f) => ({ path: `answers.${f.path}`, message: named(f.path, f.says) })) })
  return answers
}

export const mustLast = (s: { startsAt: string; endsAt: string }) => {
  const length = new Date(s.endsAt).getTime() - new Date(s.startsAt).getTime()
  if (!(length > 0 && length < 31 * 86_400_000)) throw refuse('activities.times-wrong')
}

/** Where a session belongs: what its place is booked for. */
export type Under = { activityId: string; title: string; orgId: string; template: boolean }

export const underOf = ({ row }: Activity): Under => ({ activityId: row.id, title: row.title, orgId: row.org_id, template: row.template })

/** The most people a place must hold: the seats of the pool. */
const seatsOf = async (work: Work, poolId: string) =>
  (await work.tx.selectFrom('activities.pool').select('seats').where('region', '=', work.region).where('id', '=', poolId).executeTakeFirstOrThrow())
    .seats ?? undefined

/** Books the place of a session; a template has days that mean nothing and holds none. */
export const holdPlace = async (
  work: Work,
  places: SessionPlaces,
  under: Under,
  poolId: string,
  id: string,
  s: { startsAt: string; endsAt: string; placeId: string },
) => {
  if (under.template) return
  await places.hold(work, {
    id,
    placeId: s.placeId,
    from: new Date(s.startsAt),
    to: new Date(s.endsAt),
    title: under.title,
    orgId: under.orgId,
    people: (await seatsOf(work, poolId)) || undefined,
  })
}

export const addSessionRow = async (work: Work, places: SessionPlaces, under: Under, poolId: string, number: number, s: NewSession) => {
  mustLast(s)
  const id = newId()
  await work.tx
    .insertInto('activities.session')
    .values({
      region: work.region,
      id,
      activity_id: under.activityId,
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
  if (s.placeId) await holdPlace(work, places, under, poolId, id, { ...s, placeId: s.placeId })
}

/** Plans an activity with its sessions and seats. Nothing is public yet. */
export const planActivity = async (work: Work, places: SessionPlaces, plan: Plan) => {
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
      asked_case: plan.askedCase ?? null,
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
  const under = { activityId: id, title: plan.title, orgId: org.id, template: plan.template }
  const start = (s: NewSession) => new Date(s.startsAt)
  const course = plan.whole ? await addPool(work, kind, id, start(sessions[0]!), plan.seats) : null
  for (const [i, s] of sessions.entries())
    await addSessionRow(work, places, under, course ?? (await addPool(work, kind, id, start(s), perSession(plan.seats, sessions[0]!, s))), i + 1, s)
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
