import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { type Qualifier, readPhrase, writePhrase } from '@gongyou/contract/kit/phrase.ts'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Asked } from '../select.ts'
import { partOf } from './publish.ts'
import { changesSince } from './record-set.ts'
import { newCode } from './store.ts'

/** A number that was counted at a moment and is published now: what was read and approved is what is published. */
export type CountedClaim = {
  f: FigureDeclaration
  asked: Asked
  value: number
  records: number
  parts: object | null
  qualifier: Qualifier
  /** The rounded number that is written. */
  base: number
  wording: string
  countedAt: Date
  scope: string
}

/** Publishes numbers of one document. The caller has judged that they may be; their records are told as they were when counted. */
export const publishCounted = async (
  work: Work,
  catalogue: Catalogue,
  document: { title: string; medium: string; on: string },
  counted: readonly CountedClaim[],
): Promise<readonly { id: string; code: string }[]> => {
  const rows = []
  for (const c of counted) {
    const { digest } = await changesSince(work, catalogue, c.f, c.asked, c.countedAt)
    rows.push({
      region: work.region,
      id: newId(),
      code: newCode(),
      origin: 'system',
      wording: c.wording.slice(0, 300),
      value: c.value,
      qualifier: c.qualifier,
      claimed: JSON.stringify(readPhrase(writePhrase(c.base, c.qualifier))),
      unit: c.f.unit as string,
      topic: c.f.code,
      part: partOf(c.asked),
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
      digest,
      counted_at: c.countedAt,
      made_by: work.by.personId,
      made_at: work.at,
    })
  }
  if (rows.length > 0) await work.tx.insertInto('statistics.claim').values(rows).execute()
  for (const r of rows) work.ledger.act({ kind: 'claim.published', subject: r.id, data: { figure: r.figure, revision: r.revision, value: r.value } })
  return rows.map(({ id, code }) => ({ id, code }))
}
