import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import type { Work } from '../../kit/db/database.ts'
import { digestOf, publishNew } from '../../kit/db/published.ts'
import { declareCuts } from '../../kit/ledger/cut.ts'
import { type Catalogue, figuresOf } from './catalogue.ts'

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
  // Whoever made a revision: no claim may find another definition under it.
  const guarded = rows.map((r) => ({ ...r, made_by: 'code' }))
  await publishNew('figure', guarded, catalogue.figures, (f) => insertFigure(work, f, { by: 'code', because: f.because ?? '' }))
  await declareCuts(work.tx, work.region, await figuresOf(work, catalogue))
}
