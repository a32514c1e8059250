import { type Answers, type Frame, checkAnswers, holdsFor } from '@gongyou/contract/forms/index.ts'
import { fieldsOf, refuse, type Refused } from '../../../kit/refuse.ts'
import type { Wish } from './ask.ts'
import type { OpenPool } from './known.ts'
import { isSex } from './seating.ts'

/** Signs that jsonb refuses; nobody types them. */
export const storable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, storable(v)]))
  return value
}

/** Why nobody can sign up now. An officer may until the activity begins. */
const shut = (pool: OpenPool, wish: Wish, at: Date): Refused | undefined => {
  if (pool.activity.state !== 'published')
    return refuse(pool.activity.state === 'draft' || pool.activity.state === 'submitted' ? 'record.not-found' : 'activities.closed')
  if (pool.drawn) return refuse('activities.drawn-already')
  if (pool.startsAt === null) return refuse('activities.session-cancelled')
  const officer = wish.channel !== 'phone'
  if (!officer && at < pool.opensAt) return refuse('activities.not-open-yet')
  if (at >= pool.closesAt && !(officer && pool.rule === 'first' && at < new Date(pool.startsAt.getTime() + 86_400_000)))
    return refuse('activities.closed')
  return undefined
}

/** The answers tidied, or why this person cannot sign up here. */
export const judge = (pool: OpenPool, wish: Wish, frame: Frame | undefined, at: Date, today: string): Answers | Refused => {
  const closed = shut(pool, wish, at)
  if (closed) return closed
  if (!frame) return refuse('record.not-found')
  if (pool.bySex && wish.party.length > 0) return refuse('activities.each-for-himself')
  if (wish.party.length > pool.activity.partyMost) return refuse('activities.party-too-large')
  const unmet = pool.rules.filter((r) => !holdsFor(r.holds, frame))
  if (unmet.length > 0)
    return refuse('activities.not-eligible', { says: { zh: unmet.map((r) => r.says.zh).join('；'), en: unmet.map((r) => r.says.en).join('; ') } })
  // Officers sign up whoever stands before them; what was not asked is asked at the desk.
  const { answers, faults } = checkAnswers(pool.questions, storable(wish.answers) as Answers, {
    today,
    known: frame,
    draft: wish.channel !== 'phone',
  })
  if (faults.length > 0) return refuse('request.invalid', { fields: fieldsOf(faults, 'answers.') })
  return answers
}

/** The quota of unions a person falls under: that of the nearest of his which has one. */
export const quotaFor = (pool: OpenPool, frame: Frame) => {
  const unions = (frame['person.unions'] ?? []) as readonly string[]
  return unions.findLast((id) => pool.places.quotas.has(id)) ?? null
}

/** Where seats are set aside for men or for women: whose this person takes; null where they are not, or not for this person's. */
export const sexFor = (pool: OpenPool, frame: Frame) => {
  if (!pool.bySex) return null
  const sex = frame['person.sex']
  if (!isSex(sex)) return refuse('activities.sex-unknown')
  return pool.places.quotas.has(sex) ? sex : null
}
