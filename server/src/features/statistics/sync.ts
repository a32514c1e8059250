import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { subjectOf } from '@gongyou/contract/statistics/subjects.ts'
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

/** What published numbers are about, as this release groups them: they are found by it, nothing of them is changed. */
const nameSubjects = async (work: Work) => {
  const known = await work.tx
    .selectFrom('statistics.claim')
    .distinct()
    .select(['topic', 'part', 'subject', 'share', 'place'])
    .where('region', '=', work.region)
    .execute()
  for (const k of known) {
    const about = subjectOf(k)
    if (about.subject === k.subject && about.share === k.share && about.place === k.place) continue
    await work.tx
      .updateTable('statistics.claim')
      .set(about)
      .where('region', '=', work.region)
      .where('topic', '=', k.topic)
      .where('part', 'is not distinct from', k.part)
      .execute()
  }
}

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
  await nameSubjects(work)
  await declareCuts(work.tx, work.region, await figuresOf(work, catalogue))
}
