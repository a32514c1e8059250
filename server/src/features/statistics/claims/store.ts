import { randomInt } from 'node:crypto'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Claimed } from '@gongyou/contract/kit/phrase.ts'
import { type Unit, units } from '@gongyou/contract/kit/units.ts'
import type { Claim } from '@gongyou/contract/statistics/claims.ts'
import type { ClaimMeasure } from '@gongyou/contract/statistics/measured.ts'
import { subjectOf } from '@gongyou/contract/statistics/subjects.ts'
import type { Comparable } from '@gongyou/contract/statistics/contradictions.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { PinnedSide } from './sides.ts'

/** Letters and digits that nobody takes for one another: what is printed beside a number is typed in again. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
export const newCode = () => Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('')

const claimsOf = (look: Look) => look.db.selectFrom('statistics.claim as c').selectAll().where('c.region', '=', look.region)
export type ClaimRow = NonNullable<Awaited<ReturnType<ReturnType<typeof claimsOf>['executeTakeFirst']>>>

/** How topics are called: a figure by its name, what was printed before the system by its own word. */
export type TopicName = (topic: string) => Text

export const viewOf = (r: ClaimRow, nameOf: TopicName): Claim => ({
  id: r.id,
  code: r.code,
  origin: r.origin as Claim['origin'],
  wording: r.wording,
  value: r.value,
  qualifier: r.qualifier,
  unit: r.unit as Unit,
  unitName: t(units[r.unit as Unit].zh, units[r.unit as Unit].en),
  topic: r.topic,
  topicName: nameOf(r.topic),
  part: r.part,
  from: r.from_on,
  to: r.to_on,
  scope: r.scope,
  definition: r.definition,
  document: r.document,
  medium: r.medium,
  publishedOn: r.published_on,
  figure: r.figure,
  revision: r.revision,
  records: r.records,
  digest: r.digest?.toString('hex') ?? null,
  countedAt: r.counted_at?.toISOString() ?? null,
  parts: r.parts as Claim['parts'],
  withdrawnAt: r.withdrawn_at?.toISOString() ?? null,
  measure: r.measure as ClaimMeasure,
  asked: r.asked as Claim['asked'],
  sides: [...sidesOf(r)],
})

// What went in as sides comes out as them.
export const sidesOf = (r: ClaimRow) => (r.sides ?? []) as PinnedSide[]

export const comparableOf = (r: ClaimRow): Comparable => ({
  id: r.id,
  topic: r.topic,
  part: r.part,
  wording: r.wording,
  claimed: r.claimed as Claimed,
  unit: r.unit as Unit,
  from: r.from_on,
  to: r.to_on,
  scope: r.scope,
  definition: r.definition,
  ofHowMany: r.parts !== null || r.sides !== null,
  counted: r.origin === 'system',
  measure: r.measure as ClaimMeasure,
  sides: sidesOf(r),
})

export const claimRow = async (look: Look, id: string) => {
  const row = await claimsOf(look).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** Standing claims by what people call them. */
export const claimsByCode = async (look: Look, codes: readonly string[]) =>
  codes.length === 0
    ? []
    : claimsOf(look)
        .where('c.withdrawn_at', 'is', null)
        .where('c.code', 'in', [...new Set(codes)])
        .execute()

export const claimsById = async (look: Look, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : claimsOf(look)
        .where('c.id', 'in', [...ids])
        .execute()

/** Claims that stand. */
export const standing = (look: Look) => claimsOf(look).where('c.withdrawn_at', 'is', null)

/** How many numbers of one subject are held against each other at once: the nearest in time. */
const atOnce = 400

/** Claims that stand about the same subject, there or everywhere, the nearest in time: what a number is held against. */
export const nearBy = async (look: Look, c: { topic: string; part: string | null; to: string }) => {
  const { subject, place } = subjectOf(c)
  const about = standing(look)
    .where('c.subject', '=', subject)
    .where('c.place', 'in', [...new Set(['', place])])
  const rows = await Promise.all([
    about
      .where('c.to_on', '<=', c.to)
      .orderBy('c.to_on', 'desc')
      .orderBy('c.id', 'desc')
      .limit(atOnce / 2)
      .execute(),
    about
      .where('c.to_on', '>', c.to)
      .orderBy('c.to_on')
      .orderBy('c.id')
      .limit(atOnce / 2)
      .execute(),
  ])
  return rows.flat()
}

/** Claims that stand about the subjects of some questions, of the whole and of the places that are asked for, the newest first. */
export const standingAbout = async (look: Look, asked: readonly { topic: string; part: string | null }[]) => {
  const about = asked.map(subjectOf)
  if (about.length === 0) return []
  return standing(look)
    .where('c.subject', 'in', [...new Set(about.map((a) => a.subject))])
    .where('c.place', 'in', [...new Set(['', ...about.map((a) => a.place)])])
    .orderBy('c.to_on', 'desc')
    .orderBy('c.id')
    .limit(2000)
    .execute()
}

type Wanted = { q?: string | undefined; topic?: string | undefined; origin?: string | undefined; after?: string | undefined; limit: number }

export const listRows = async (look: Look, wanted: Wanted) => {
  const [day, id] = wanted.after?.split('|') ?? []
  const rows = await claimsOf(look)
    .$if(Boolean(wanted.topic), (q) => q.where('c.topic', '=', wanted.topic!))
    .$if(Boolean(wanted.origin), (q) => q.where('c.origin', '=', wanted.origin!))
    .$if(Boolean(wanted.q), (q) => q.where(sql<boolean>`strpos(c.wording || ' ' || c.code || ' ' || c.document || ' ' || c.topic, ${wanted.q!}) > 0`))
    .$if(Boolean(day && id), (q) => q.where((e) => e(e.refTuple('c.published_on', 'c.id'), '<', e.tuple(day!, id!))))
    .orderBy('c.published_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { page, next: rows.length > page.length && last ? `${last.published_on}|${last.id}` : null }
}
