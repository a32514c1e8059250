import { createHash } from 'node:crypto'
import { kindFaults, kindRevisionFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'

/** A published revision never changes, so a copy in memory cannot be stale in any process. */
const published = new Map<string, ActivityKind>()

const digestOf = (definition: ActivityKind) => createHash('sha256').update(JSON.stringify(definition)).digest()

/** One revision of a kind. */
export const kindOf = async (look: Look, code: string, revision: number): Promise<ActivityKind> => {
  const key = `${look.region}/${code}/${revision}`
  const known = published.get(key)
  if (known) return known
  const row = await look.db
    .selectFrom('activities.kind')
    .select('definition')
    .where('region', '=', look.region)
    .where('code', '=', code)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) throw refuse('activities.no-such-kind')
  const kind = row.definition as ActivityKind
  published.set(key, kind)
  return kind
}

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
  if (faults.length > 0) throw refuse('activities.kind-faulty', { fields: faults.map((f) => ({ path: f.path, message: f.says.zh })) })
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
  const known = new Map(rows.map((r) => [`${r.code}/${r.revision}`, r]))
  for (const kind of declared) {
    const row = known.get(`${kind.code}/${kind.revision}`)
    if (!row) await publishKind(work, kind, { by: 'code', because: '' })
    else if (row.made_by === 'code' && !row.digest.equals(digestOf(kind)))
      throw new Error(`kind of activity ${kind.code} was changed without a new revision (${kind.revision} is published)`)
  }
}
