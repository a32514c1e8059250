import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { type Claimed, type Qualifier, readPhrase, writePhrase } from '@gongyou/contract/kit/phrase.ts'
import type { Unit } from '@gongyou/contract/kit/units.ts'
import type { ClaimMeasure } from '@gongyou/contract/statistics/measured.ts'
import { subjectOf } from '@gongyou/contract/statistics/subjects.ts'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Asked } from '../select.ts'
import { partOf } from './publish.ts'
import { changesSince } from './record-set.ts'
import { type CountedSide, digestOfSides, type PinnedSide } from './sides.ts'
import { newCode } from './store.ts'

/** A number that was counted at a moment and is published now: what was read and approved is what is published. */
export type CountedClaim = {
  f: FigureDeclaration
  asked: Asked
  value: number
  unit: Unit
  records: number
  parts: object | null
  qualifier: Qualifier
  /** The rounded number that is written. */
  base: number
  wording: string
  countedAt: Date
  scope: string
  measure: ClaimMeasure
  /** Of comparisons and targets: what they rest on. */
  sides: readonly CountedSide[]
}

const exactly = (n: number): Claimed => ({ base: n, qualifier: 'exact', low: n, lowIncluded: true, high: n, highIncluded: true })

/** Publishes numbers of one document. The caller has judged that they may be; their records are told as they were when counted. */
export const publishCounted = async (
  work: Work,
  catalogue: Catalogue,
  document: { title: string; medium: string; on: string },
  counted: readonly CountedClaim[],
): Promise<readonly { id: string; code: string }[]> => {
  // A comparison asks again what the number beside it has asked.
  const known = new Map<string, Buffer>()
  const digestOf = async (f: FigureDeclaration, asked: Asked, moment: Date) => {
    const key = JSON.stringify([f.code, f.revision, asked.from, asked.to, asked.org, asked.town, asked.where, moment])
    const digest = known.get(key) ?? (await changesSince(work, catalogue, f, asked, moment)).digest
    known.set(key, digest)
    return digest
  }
  const rows = []
  for (const c of counted) {
    const sides: PinnedSide[] = []
    for (const s of c.sides) sides.push({ ...s, digest: s.asked ? (await digestOf(c.f, s.asked, c.countedAt)).toString('hex') : null })
    const part = partOf(c.asked)
    const about = subjectOf({ topic: c.f.code, part })
    rows.push({
      region: work.region,
      id: newId(),
      code: newCode(),
      origin: 'system',
      wording: c.wording.slice(0, 300),
      value: c.value,
      qualifier: c.qualifier,
      claimed: JSON.stringify(c.measure === 'number' ? (readPhrase(writePhrase(c.base, c.qualifier)) ?? exactly(c.value)) : exactly(c.value)),
      unit: c.unit as string,
      topic: c.f.code,
      part,
      from_on: kindOf(c.f) === 'stock' ? null : (c.asked.from ?? '1900-01-01'),
      to_on: c.asked.to ?? work.today,
      scope: c.scope.slice(0, 100),
      definition: c.f.definition.zh,
      document: document.title.slice(0, 200),
      medium: document.medium,
      published_on: document.on,
      figure: c.f.code,
      revision: c.f.revision,
      asked: JSON.stringify(c.asked),
      parts: c.parts ? JSON.stringify(c.parts) : null,
      records: c.records,
      digest: sides.length > 0 ? digestOfSides(sides) : await digestOf(c.f, c.asked, c.countedAt),
      counted_at: c.countedAt,
      made_by: work.by.personId,
      made_at: work.at,
      measure: c.measure,
      sides: sides.length > 0 ? JSON.stringify(sides) : null,
      ...about,
    })
  }
  for (let at = 0; at < rows.length; at += 500)
    await work.tx
      .insertInto('statistics.claim')
      .values(rows.slice(at, at + 500))
      .execute()
  for (const r of rows) work.ledger.act({ kind: 'claim.published', subject: r.id, data: { figure: r.figure, revision: r.revision, value: r.value } })
  return rows.map(({ id, code }) => ({ id, code }))
}
