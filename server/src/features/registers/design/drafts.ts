import { RegisterShape, asRegister } from '@gongyou/contract/registers/definition.ts'
import type { RegisterDesign } from '@gongyou/contract/registers/designs.ts'
import { registerFaults, revisionFaults } from '@gongyou/contract/registers/faults.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { type Bag, codeFromSound, draftsOf, issuesInWords } from '../../../kit/designs.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { searchKeyOf } from '../../people/index.ts'
import { newestRevision, publishRegister, registerOf } from '../definitions.ts'

const drafts = draftsOf({
  drafts: 'registers.draft',
  published: 'registers.definition',
  act: 'register',
  as: 'register',
  none: 'registers.no-such-register',
})

/** The draft as a register, or why it is none yet. */
const readDesign = async (look: Look, definition: Bag): Promise<{ register: Register | null; faults: RegisterDesign['faults'] }> => {
  const read = RegisterShape.safeParse(definition)
  if (!read.success)
    return {
      register: null,
      faults: issuesInWords(read.error.issues),
    }
  const register = asRegister(read.data)
  const newest = register.revision - 1
  const before = newest > 0 ? await registerOf(look, register.code, newest) : undefined
  return { register, faults: [...registerFaults(register), ...(before ? revisionFaults(before, register) : [])] }
}

export const designOf = async (look: Look, id: string): Promise<RegisterDesign> => {
  const row = await drafts.row(look, id)
  const revision = (await newestRevision(look, row.code)) + 1
  const definition = { ...row.definition, code: row.code, revision }
  const { faults } = await readDesign(look, definition)
  return { id, code: row.code, definition, faults, revision, changedAt: row.changed_at.toISOString(), version: row.version }
}

const begin = (work: Work, register: Register) => drafts.begin(work, register.code, register)

/** A register begins with a name and a remark; everything else is added on the screen. */
export const beginDesign = async (work: Work, title: string) =>
  begin(work, {
    code: await drafts.freeCode(work, codeFromSound('mc', searchKeyOf(title), 'mc')),
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
  return begin(work, { ...(await registerOf(work, code, newest)), revision: newest + 1 })
}

export const saveDesign = async (work: Work, id: string, given: { version: number; definition: Bag }) => {
  const row = await drafts.row(work, id)
  // The code is fixed and the revision follows from what is published: neither can be written by hand.
  const definition = { ...given.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 }
  await drafts.save(work, id, given.version, definition)
}

export const dropDesign = async (work: Work, id: string) => {
  await drafts.drop(work, id)
}

/** The draft becomes the newest revision; entries that stand keep theirs until they are next written. */
export const publishDesign = async (work: Work, id: string, version: number, because: string) => {
  const row = await drafts.row(work, id)
  if (row.version !== version) throw refuse('record.changed')
  const { register, faults } = await readDesign(work, { ...row.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 })
  if (!register || faults.length > 0) throw refuse('registers.faulty', { fields: fieldsOf(faults) })
  await publishRegister(work, register, { by: 'officer', because })
  return drafts.published(work, id, register, because)
}

/** No new entry is taken; those that stand can still be read, changed and ended. */
export const retire = async (work: Work, code: string, because: string) => {
  await drafts.retire(work, code, because)
}
