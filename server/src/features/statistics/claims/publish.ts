import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { type Claimed, type Form, phraseOf, readPhrase } from '@gongyou/contract/kit/phrase.ts'
import { type Unit, units } from '@gongyou/contract/kit/units.ts'
import { type Comparable, contradictionsIn } from '@gongyou/contract/statistics/contradictions.ts'
import { subjectOf } from '@gongyou/contract/statistics/subjects.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { type Catalogue, figureOf } from '../catalogue.ts'
import { valueOf } from '../read.ts'
import type { Asked } from '../select.ts'
import { digestOf } from './record-set.ts'
import { comparableOf, nearBy, newCode } from './store.ts'

export type Wanted = Asked & { figure: string; to: string; form: Form }

/** A published number speaks for everything that was asked for: whoever sees only a part of that may not publish it. */
const mustSeeAll = async (look: Look) => {
  if ((await reachOf(look, 'statistics.edit')) !== 'all') throw refuse('right.missing')
}

const askedOf = (f: FigureDeclaration, w: Wanted): Asked => ({
  ...(kindOf(f) === 'stock' ? {} : { from: w.from }),
  to: w.to,
  org: w.org,
  town: w.town,
  where: w.where,
})

/** Where it was counted, in words that two claims can be compared by. */
export const partOf = (w: Asked) => [w.org, w.town, w.where].filter((x) => x !== undefined && x !== '').join(' ') || null

/** What would be said, of which value, from which records. */
const say = async (look: Look, catalogue: Catalogue, w: Wanted) => {
  await mustSeeAll(look)
  const f = await figureOf(look, catalogue, w.figure)
  const asked = askedOf(f, w)
  const { value, records, parts } = await valueOf(look, f, asked)
  if (value === null || value < 0) throw refuse('statistics.nothing-to-say')
  // A rate and an average are said as they are: 近 and 余 are for counts.
  const phrase = phraseOf(value, 'among' in f ? 'exact' : w.form)
  if (!phrase) throw refuse('statistics.not-true')
  const wording = `${f.name.zh}${phrase.text}${units[f.unit].zh}`
  return { f, asked, value, records, parts, phrase, wording, claimed: readPhrase(phrase.text)! }
}
type Said = Awaited<ReturnType<typeof say>>

const asComparable = (s: Said, w: Wanted): Comparable => ({
  id: 'new',
  topic: s.f.code,
  part: partOf(w),
  wording: s.wording,
  claimed: s.claimed,
  unit: s.f.unit,
  from: kindOf(s.f) === 'stock' ? null : (w.from ?? '1900-01-01'),
  to: w.to,
  scope: '',
  definition: s.f.definition.zh,
  ofHowMany: s.parts !== null,
  counted: true,
})

/** What publishing would say and contradict. */
export const preview = async (look: Look, catalogue: Catalogue, w: Wanted) => {
  const s = await say(look, catalogue, w)
  const own = asComparable(s, w)
  const others = await nearBy(look, own)
  const findings = contradictionsIn([...others.map(comparableOf), own]).filter((x) => x.claims.some((id) => id.split('+').includes('new')))
  return { said: s, others, findings }
}

export const publish = async (
  work: Work,
  catalogue: Catalogue,
  w: Wanted & { document: string; medium: string; publishedOn: string; scope: string },
) => {
  const s = await say(work, catalogue, w)
  const id = newId()
  const { topic, part, wording, claimed, unit, from, to, definition } = asComparable(s, w)
  await work.tx
    .insertInto('statistics.claim')
    .values({
      region: work.region,
      id,
      code: newCode(),
      origin: 'system',
      wording,
      value: s.value,
      qualifier: s.phrase.qualifier,
      claimed: JSON.stringify(claimed),
      unit,
      topic,
      part,
      from_on: from,
      to_on: to,
      scope: w.scope,
      definition,
      document: w.document,
      medium: w.medium,
      published_on: w.publishedOn,
      figure: s.f.code,
      revision: s.f.revision,
      asked: JSON.stringify(s.asked),
      parts: s.parts ? JSON.stringify(s.parts) : null,
      records: s.records,
      digest: await digestOf(work, s.f, s.asked),
      counted_at: work.at,
      made_by: work.by.personId,
      made_at: work.at,
      ...subjectOf({ topic, part }),
    })
    .execute()
  work.ledger.act({ kind: 'claim.published', subject: id, data: { figure: s.f.code, revision: s.f.revision, value: s.value } })
  return id
}

export type Historical = {
  code?: string
  wording: string
  number: string
  unit: Unit
  topic: string
  part?: string | null | undefined
  from: string | null
  to: string
  scope: string
  definition: string
  document: string
  medium: string
  publishedOn: string
  /** Where the number is said of each year: what it claims of the whole. */
  claimed?: Claimed
}

/** Numbers printed before the system, as they were printed. */
export const declareHistorical = async (work: Work, given: readonly Historical[]) => {
  const rows = given.map((g) => {
    const read = readPhrase(g.number)
    if (!read) throw refuse('statistics.no-number', { fields: [{ path: 'number', message: g.number }] })
    return {
      region: work.region,
      id: newId(),
      code: g.code ?? newCode(),
      origin: 'historical',
      wording: g.wording,
      value: read.base,
      qualifier: read.qualifier,
      claimed: JSON.stringify(g.claimed ?? read),
      unit: g.unit,
      topic: g.topic,
      part: g.part ?? null,
      from_on: g.from,
      to_on: g.to,
      scope: g.scope,
      definition: g.definition,
      document: g.document,
      medium: g.medium,
      published_on: g.publishedOn,
      made_by: work.by.personId,
      made_at: work.at,
      ...subjectOf({ topic: g.topic, part: g.part ?? null }),
    }
  })
  await work.tx.insertInto('statistics.claim').values(rows).execute()
  for (const r of rows) work.ledger.act({ kind: 'claim.declared', subject: r.id, data: { topic: r.topic, value: r.value } })
  return rows.map((r) => r.id)
}

export const withdraw = async (work: Work, id: string, because: string) => {
  await mustSeeAll(work)
  const done = await work.tx
    .updateTable('statistics.claim')
    .set({ withdrawn_at: work.at, withdrawn_because: because })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.not-found')
  work.ledger.act({ kind: 'claim.withdrawn', subject: id, data: { because } })
}
