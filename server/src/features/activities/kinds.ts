import { kindFaults, kindRevisionFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { digestOf, publishNew, publishedRevisions } from '../../kit/db/published.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'

const published = publishedRevisions<ActivityKind>()

/** One revision of a kind. */
export const kindOf = (look: Look, code: string, revision: number): Promise<ActivityKind> =>
  published(look.region, code, revision, async () => {
    const row = await look.db
      .selectFrom('activities.kind')
      .select('definition')
      .where('region', '=', look.region)
      .where('code', '=', code)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (!row) throw refuse('activities.no-such-kind')
    return row.definition as ActivityKind
  })

const newestRow = (look: Look, code: string) =>
  look.db
    .selectFrom('activities.kind')
    .select(['revision', 'retired_at'])
    .where('region', '=', look.region)
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Number of the newest revision, 0 where there is none. */
export const newestRevision = async (look: Look, code: string) => (await newestRow(look, code))?.revision ?? 0

export const newestKind = async (look: Look, code: string) => {
  const row = await newestRow(look, code)
  if (!row) throw refuse('activities.no-such-kind')
  return { kind: await kindOf(look, code, row.revision), retired: row.retired_at !== null }
}

/** The newest revision of a kind under which activities are planned. */
export const openKind = async (look: Look, code: string) => {
  const { kind, retired } = await newestKind(look, code)
  if (retired) throw refuse('activities.no-such-kind')
  return kind
}

/** Every kind in its newest revision. */
export const allKinds = async (look: Look) => {
  const rows = await look.db
    .selectFrom('activities.kind')
    .distinctOn('code')
    .select(['code', 'revision', 'retired_at', 'made_by'])
    .where('region', '=', look.region)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const kinds = []
  for (const r of rows)
    kinds.push({ kind: await kindOf(look, r.code, r.revision), retired: r.retired_at !== null, madeBy: r.made_by as 'code' | 'officer' })
  return kinds
}

/** Publishes a revision. Fails on `activity_kind_pkey` where somebody published this revision first. */
export const publishKind = async (work: Work, kind: ActivityKind, how: { by: 'code' | 'officer'; because: string }) => {
  const newest = await newestRevision(work, kind.code)
  const faults = [...kindFaults(kind), ...(newest > 0 ? kindRevisionFaults(await kindOf(work, kind.code, newest), kind) : [])]
  if (faults.length > 0) throw refuse('activities.kind-faulty', { fields: fieldsOf(faults) })
  await work.tx
    .insertInto('activities.kind')
    .values({
      region: work.region,
      code: kind.code,
      revision: kind.revision,
      definition: JSON.stringify(kind),
      digest: digestOf(kind),
      title: kind.title.zh,
      made_by: how.by,
      because: how.because,
      published_at: work.at,
      published_by: work.by.personId,
    })
    .execute()
}

/** Brings the declared kinds of this release into the database. A revision that was published may not have changed since. */
export const syncKinds = async (work: Work, declared: readonly ActivityKind[]) => {
  const rows = await work.tx
    .selectFrom('activities.kind')
    .select(['code', 'revision', 'digest', 'made_by'])
    .where('region', '=', work.region)
    .execute()
  await publishNew('kind of activity', rows, declared, (kind) => publishKind(work, kind, { by: 'code', because: '' }))
}
