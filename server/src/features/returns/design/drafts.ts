import { readForm } from '@gongyou/contract/returns/definition.ts'
import type { ReturnDesign } from '@gongyou/contract/returns/designs.ts'
import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../../kit/db/database.ts'
import { codeFromSound, freeCodeAmong } from '../../../kit/designs.ts'
import { textOfMessage } from '../../../kit/field-words.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { searchKeyOf } from '../../people/index.ts'
import type { Catalogue } from '../../statistics/index.ts'
import { faultsIn, formRevision, newestRevision, publishForm } from '../forms.ts'

type Bag = Record<string, unknown>

/** A form binds every unit of the district: who oversees only a part of it does not make one. */
const mustReachAll = async (look: Look) => {
  if ((await reachOf(look, 'returns.design')) !== 'all') throw refuse('right.missing')
}

/** The draft as a form, or why it is none yet. */
const readDesign = async (
  look: Look,
  catalogue: Catalogue,
  definition: Bag,
): Promise<{ form: ReturnForm | null; faults: ReturnDesign['faults'] }> => {
  const { form, issues } = readForm(definition)
  if (!form) return { form, faults: issues.slice(0, 50).map((i) => ({ path: i.path.join('.'), says: textOfMessage(i.message) })) }
  return { form, faults: await faultsIn(look, catalogue, form) }
}

const draftRow = async (look: Look, id: string) => {
  const row = await look.db.selectFrom('returns.form_draft').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return { ...row, definition: row.definition as Bag }
}

/** The code is fixed, the revision follows from what is published, and its reason is given when it is published. */
const pinned = async (look: Look, row: { code: string }, definition: Bag) => {
  const { because: _, ...rest } = definition
  return { ...rest, code: row.code, revision: (await newestRevision(look, row.code)) + 1 }
}

export const designOf = async (look: Look, catalogue: Catalogue, id: string): Promise<ReturnDesign> => {
  const row = await draftRow(look, id)
  const definition = await pinned(look, row, row.definition)
  const { faults } = await readDesign(look, catalogue, definition)
  const { revision } = definition
  return {
    id,
    code: row.code,
    definition,
    faults,
    revision,
    before: revision > 1 ? await formRevision(look, row.code, revision - 1) : null,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** The draft as a form that can be tried or published; refused while it has faults. */
export const formOfDesign = async (look: Look, catalogue: Catalogue, id: string) => {
  const row = await draftRow(look, id)
  const { form, faults } = await readDesign(look, catalogue, await pinned(look, row, row.definition))
  if (!form || faults.length > 0) throw refuse('returns.faulty', { fields: faults.map((f) => ({ path: f.path, message: f.says })) })
  return { row, form }
}

const freeCode = async (look: Look, wanted: string) => {
  const { rows } = await sql<{ code: string }>`
    select code from returns.form where region = ${look.region} union select code from returns.form_draft where region = ${look.region}`.execute(
    look.raw,
  )
  return freeCodeAmong(new Set(rows.map((r) => r.code)), wanted)
}

const insert = async (work: Work, code: string, definition: object) => {
  const id = newId()
  await work.tx
    .insertInto('returns.form_draft')
    .values({ region: work.region, id, code, definition: JSON.stringify(definition), made_by: work.by.personId, changed_at: work.at })
    .execute()
  work.ledger.act({ kind: 'return-form.design-begun', subject: id, data: { form: code } })
  return id
}

/** A form begins with a name and no line; with `from` as a copy of the newest. Fails on `return_form_draft_code_unique` where one is begun already. */
export const beginDesign = async (work: Work, given: { title: string; from?: string | undefined }) => {
  await mustReachAll(work)
  if (given.from) {
    const newest = await newestRevision(work, given.from)
    if (newest === 0) throw refuse('returns.no-form')
    return insert(work, given.from, await formRevision(work, given.from, newest))
  }
  const code = await freeCode(work, codeFromSound('bb', searchKeyOf(given.title), 'bb'))
  return insert(work, code, {
    code,
    revision: 1,
    title: { zh: given.title, en: '' },
    number: '',
    every: 'month',
    from: ['town_federation', 'service_station'],
    rule: 'return_monthly',
    lines: [],
  })
}

export const saveDesign = async (work: Work, id: string, given: { version: number; definition: Bag }) => {
  await mustReachAll(work)
  const row = await draftRow(work, id)
  const done = await work.tx
    .updateTable('returns.form_draft')
    .set({ definition: JSON.stringify(await pinned(work, row, given.definition)), changed_at: work.at, version: given.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
}

export const dropDesign = async (work: Work, id: string) => {
  await mustReachAll(work)
  const row = await draftRow(work, id)
  await work.tx.deleteFrom('returns.form_draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'return-form.design-dropped', subject: id, data: { form: row.code } })
}

/** The draft becomes the newest revision; periods that are open keep theirs. */
export const publishDesign = async (work: Work, catalogue: Catalogue, id: string, version: number, because: string) => {
  await mustReachAll(work)
  const { row, form } = await formOfDesign(work, catalogue, id)
  if (row.version !== version) throw refuse('record.changed')
  await publishForm(work, form, { by: 'officer', because })
  await work.tx.deleteFrom('returns.form_draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'return-form.published', subject: id, data: { form: form.code, revision: form.revision, because } })
  return { code: form.code, revision: form.revision }
}

/** No period of it is opened any more; those that are open go on. */
export const retire = async (work: Work, code: string, because: string) => {
  await mustReachAll(work)
  const done = await work.tx
    .updateTable('returns.form')
    .set({ retired_at: work.at })
    .where('region', '=', work.region)
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('returns.no-form')
  work.ledger.act({ kind: 'return-form.retired', subject: newId(), data: { form: code, because } })
}
