import { RegisterShape, asRegister } from '@gongyou/contract/registers/definition.ts'
import type { RegisterDesign } from '@gongyou/contract/registers/designs.ts'
import { registerFaults, revisionFaults } from '@gongyou/contract/registers/faults.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../../kit/db/database.ts'
import { codeFromSound, freeCodeAmong } from '../../../kit/designs.ts'
import { textOfMessage } from '../../../kit/field-words.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { searchKeyOf } from '../../people/index.ts'
import { newestRevision, publishRegister, registerOf } from '../definitions.ts'

type Bag = Record<string, unknown>

/** The draft as a register, or why it is none yet. */
const readDesign = async (look: Look, definition: Bag): Promise<{ register: Register | null; faults: RegisterDesign['faults'] }> => {
  const read = RegisterShape.safeParse(definition)
  if (!read.success)
    return {
      register: null,
      faults: read.error.issues.slice(0, 50).map((i) => ({ path: i.path.join('.'), says: textOfMessage(i.message) })),
    }
  const register = asRegister(read.data)
  const newest = register.revision - 1
  const before = newest > 0 ? await registerOf(look, register.code, newest) : undefined
  return { register, faults: [...registerFaults(register), ...(before ? revisionFaults(before, register) : [])] }
}

const draftRow = async (look: Look, id: string) => {
  const row = await look.db.selectFrom('registers.draft').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return { ...row, definition: row.definition as Bag }
}

export const designOf = async (look: Look, id: string): Promise<RegisterDesign> => {
  const row = await draftRow(look, id)
  const revision = (await newestRevision(look, row.code)) + 1
  const definition = { ...row.definition, code: row.code, revision }
  const { faults } = await readDesign(look, definition)
  return { id, code: row.code, definition, faults, revision, changedAt: row.changed_at.toISOString(), version: row.version }
}

const freeCode = async (look: Look, wanted: string) => {
  const { rows } = await sql<{ code: string }>`
    select code from registers.definition where region = ${look.region} union select code from registers.draft where region = ${look.region}`.execute(
    look.raw,
  )
  return freeCodeAmong(new Set(rows.map((r) => r.code)), wanted)
}

const insert = async (work: Work, register: Register) => {
  const id = newId()
  await work.tx
    .insertInto('registers.draft')
    .values({ region: work.region, id, code: register.code, definition: JSON.stringify(register), made_by: work.by.personId, changed_at: work.at })
    .execute()
  work.ledger.act({ kind: 'register.design-begun', subject: id, data: { register: register.code } })
  return id
}

/** A register begins with a name and a remark; everything else is added on the screen. */
export const beginDesign = async (work: Work, title: string) =>
  insert(work, {
    code: await freeCode(work, codeFromSound('mc', searchKeyOf(title), 'mc')),
    revision: 1,
    title: { zh: title, en: '' },
    summary: { zh: title, en: '' },
    owner: 'organisation',
    named: 'name',
    form: {
      name: { kind: 'text', max: 60, label: { zh: '名称', en: 'Name' } },
      note: { kind: 'text', lines: 3, max: 500, optional: true, label: { zh: '备注', en: 'Note' } },
    },
    columns: [],
  })

/** The next revision begins as a copy of the newest. Fails on `register_draft_code_unique` where one is begun already. */
export const beginRevision = async (work: Work, code: string) => {
  const newest = await newestRevision(work, code)
  if (newest === 0) throw refuse('registers.no-such-register')
  return insert(work, { ...(await registerOf(work, code, newest)), revision: newest + 1 })
}

export const saveDesign = async (work: Work, id: string, given: { version: number; definition: Bag }) => {
  const row = await draftRow(work, id)
  // The code is fixed and the revision follows from what is published: neither can be written by hand.
  const definition = { ...given.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 }
  const done = await work.tx
    .updateTable('registers.draft')
    .set({ definition: JSON.stringify(definition), changed_at: work.at, version: given.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
}

export const dropDesign = async (work: Work, id: string) => {
  const row = await draftRow(work, id)
  await work.tx.deleteFrom('registers.draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'register.design-dropped', subject: id, data: { register: row.code } })
}

/** The draft becomes the newest revision; entries that stand keep theirs until they are next written. */
export const publishDesign = async (work: Work, id: string, version: number, because: string) => {
  const row = await draftRow(work, id)
  if (row.version !== version) throw refuse('record.changed')
  const { register, faults } = await readDesign(work, { ...row.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 })
  if (!register || faults.length > 0) throw refuse('registers.faulty', { fields: faults.map((f) => ({ path: f.path, message: f.says })) })
  await publishRegister(work, register, { by: 'officer', because })
  await work.tx.deleteFrom('registers.draft').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'register.published', subject: id, data: { register: register.code, revision: register.revision, because } })
  return { code: register.code, revision: register.revision }
}

/** No new entry is taken; those that stand can still be read, changed and ended. */
export const retire = async (work: Work, code: string, because: string) => {
  const done = await work.tx
    .updateTable('registers.definition')
    .set({ retired_at: work.at })
    .where('region', '=', work.region)
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('registers.no-such-register')
  work.ledger.act({ kind: 'register.retired', subject: newId(), data: { register: code, because } })
}
