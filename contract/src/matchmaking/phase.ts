import type { ActivityKind } from '../activities/kind.ts'

/** Where the choosing stands: nobody sets it but the comparison and the deletion, the rest follows from the day. */
export type MatchPhase = 'write' | 'meet' | 'choose' | 'comparing' | 'told' | 'gone'
export type MatchTerms = NonNullable<ActivityKind['match']>

const hours = (from: Date, n: number) => new Date(from.getTime() + n * 3_600_000)

/** When everything of it has been deleted at the latest; moving the session once choices were compared puts nothing off. */
export const goneAt = (m: { endsAt: Date; matchedAt: Date | null }, terms: MatchTerms) => {
  const [after, atLatest] = [hours(m.endsAt, terms.keepDays * 24), m.matchedAt && hours(m.matchedAt, terms.keepDays * 24)]
  return atLatest && atLatest < after ? atLatest : after
}
export const chooseUntil = (endsAt: Date, terms: MatchTerms) => hours(endsAt, terms.chooseHours)

export const matchPhase = (
  m: { startsAt: Date; endsAt: Date; matchedAt: Date | null; clearedAt: Date | null },
  terms: MatchTerms,
  now: Date,
): MatchPhase => {
  if (m.clearedAt || now >= goneAt(m, terms)) return 'gone'
  if (m.matchedAt) return 'told'
  if (now >= chooseUntil(m.endsAt, terms)) return 'comparing'
  if (now >= m.endsAt) return 'choose'
  return now >= m.startsAt ? 'meet' : 'write'
}

/** Five years wide: enough to know, too little to be known by. */
export const ageBand = (age: number) => `${Math.floor(age / 5) * 5}–${Math.floor(age / 5) * 5 + 4}`

/** Below so many cards the number of pairs could tell who they are; it is then neither shown nor kept (setting). */
export const countedFrom = 10
