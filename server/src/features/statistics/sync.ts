import { createHash } from 'node:crypto'
import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import type { Work } from '../../kit/db/database.ts'
import { declareCuts } from '../../kit/ledger/cut.ts'
import { type Catalogue, figuresOf } from './catalogue.ts'

export const digestOf = (f: FigureDeclaration) => createHash('sha256').update(JSON.stringify(f)).digest()

export const insertFigure = (work: Work, f: FigureDeclaration, how: { by: 'code' | 'officer'; because: string }) =>
  work.tx
    .insertInto('statistics.figure')
    .values({
      region: work.region,
      code: f.code,
      revision: f.revision,
      definition: JSON.stringify(f),
      digest: digestOf(f),
      made_by: how.by,
      because: how.because,
      published_at: work.at,
      published_by: work.by.personId,
    })
    .execute()

/**
 * Brings the figures of this release into the database. A revision that was published may not have changed since: claims
 * stand on it. What figures are made of is counted by month from now on.
 */
export const syncFigures = async (work: Work, catalogue: Catalogue) => {
  const rows = await work.tx
    .selectFrom('statistics.figure')
    .select(['code', 'revision', 'digest', 'made_by'])
    .where('region', '=', work.region)
    .execute()
  const known = new Map(rows.map((r) => [`${r.code}/${r.revision}`, r]))
  for (const f of catalogue.figures) {
    const row = known.get(`${f.code}/${f.revision}`)
    if (!row) await insertFigure(work, f, { by: 'code', because: f.because ?? '' })
    else if (!row.digest.equals(digestOf(f))) throw new Error(`figure ${f.code} was changed without a new revision (${f.revision} is published)`)
  }
  await declareCuts(work.tx, work.region, await figuresOf(work, catalogue))
}
