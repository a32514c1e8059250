import { KindShape, asKind } from '@gongyou/contract/activities/definition.ts'
import type { KindDesign } from '@gongyou/contract/activities/designs.ts'
import { kindFaults, kindRevisionFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../../kit/db/database.ts'
import { codeFromSound, freeCodeAmong } from '../../../kit/designs.ts'
import { textOfMessage } from '../../../kit/field-words.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { searchKeyOf } from '../../people/index.ts'
import { kindOf, newestRevision, publishKind } from '../kinds.ts'

type Bag = Record<string, unknown>

/** The draft as a kind, or why it is none yet. */
const readDesign = async (look: Look, definition: Bag): Promise<{ kind: ActivityKind | null; faults: KindDesign['faults'] }> => {
  const read = KindShape.safeParse(definition)
  if (!read.success)
    return {
      kind: null,
      faults: read.error.issues.slice(0, 50).map((i) => ({ path: i.path.join('.'), says: textOfMessage(i.message) })),
    }
  const kind = asKind(read.data)
  const newest = kind.revision - 1
  const before = newest > 0 ? await kindOf(look, kind.code, newest) : undefined
  return { kind, faults: [...kindFaults(kind), ...(before ? kindRevisionFaults(before, kind) : [])] }
}

const draftRow = async (look: Look, id: string) => {
  const row = await look.db.selectFrom('activities.kind_draft').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return { ...row, definition: row.definition as Bag }
}

export const designOf = async (look: Look, id: string): Promise<KindDesign> => {
  const row = await draftRow(look, id)
  const revision = (await newestRevision(look, row.code)) + 1
  const definition = { ...row.definition, code: row.code, revision }
  const { faults } = await readDesign(look, definition)
  return { id, code: row.code, definition, faults, revision, changedAt: row.changed_at.toISOString(), version: row.version }
}

const freeCode = async (look: Look, wanted: string) => {
  const { rows } = await sql<{ code: string }>`
    select code from activities.kind where region = ${look.region} union select code from activities.kind_draft where region = ${look.region}`.execute(
    look.raw,
  )
  return freeCodeAmong(new Set(rows.map((r) => r.code)), wanted)
}

const insert = async (work: Work, kind: ActivityKind) => {
  const id = newId()
  await work.tx
    .insertInto('activities.kind_draft')
    .values({ region: work.region, id, code: kind.code, definition: JSON.stringify(kind), made_by: work.by.personId, changed_at: work.at })
    .execute()
  work.ledger.act({ kind: 'activity-kind.design-begun', subject: id, data: { activityKind: kind.code } })
  return id
}

/** A kind begins with a name; everything else is added on the screen. */
export const beginDesign = async (work: Work, title: string) =>
  insert(work, {
    code: await freeCode(work, codeFromSound('hd', searchKeyOf(title), 'mc')),
    revision: 1,
    title: { zh: title, en: '' },
    summary: { zh: title, en: '' },
    counts: 'names',
    form: {},
    questions: {},
    usual: { seats: 30, standbySeats: 10, cancelHours: 24 },
    rated: true,
  })

/** The next revision begins as a copy of the newest. Fails on `kind_draft_code_unique` where one is begun already. */
export const beginRevision = async (work: Work, code: string) => {
  const newest = await newestRevision(work, code)
  if (newest === 0) throw refuse('activities.no-such-kind')
  return insert(work, { ...(await kindOf(work, code, newest)), revision: newest + 1 })
}

export const saveDesign = async (work: Work, id: string, given: { version: number; definition: Bag }) => {
  const row = await draftRow(work, id)
  // The code is fixed and the revision follows from what is published: neither can be written by hand.
  const definition = { ...given.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 }
  const done = await work.tx
    .updateTable('activities.kind_draft')
    .set({ definition: JSON.stringify(definition), changed_at: work.at, version: given.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
}

export const dropDesign = async (work: Work, id: string) => {
  const row = await draftRow(work, id)
  await work.tx.deleteFrom('activities.kind_draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'activity-kind.design-dropped', subject: id, data: { activityKind: row.code } })
}

/** The draft becomes the newest revision; activities that are planned keep theirs. */
export const publishDesign = async (work: Work, id: string, version: number, because: string) => {
  const row = await draftRow(work, id)
  if (row.version !== version) throw refuse('record.changed')
  const { kind, faults } = await readDesign(work, { ...row.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 })
  if (!kind || faults.length > 0) throw refuse('activities.kind-faulty', { fields: faults.map((f) => ({ path: f.path, message: f.says })) })
  await publishKind(work, kind, { by: 'officer', because })
  await work.tx.deleteFrom('activities.kind_draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'activity-kind.published', subject: id, data: { activityKind: kind.code, revision: kind.revision, because } })
  return { code: kind.code, revision: kind.revision }
}

/** Nothing new is planned under it; what is planned goes on. */
export const retire = async (work: Work, code: string, because: string) => {
  const done = await work.tx
    .updateTable('activities.kind')
    .set({ retired_at: work.at })
    .where('region', '=', work.region)
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('activities.no-such-kind')
  work.ledger.act({ kind: 'activity-kind.retired', subject: newId(), data: { activityKind: code, because } })
}
