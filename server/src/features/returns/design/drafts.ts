import { readForm } from '@gongyou/contract/returns/definition.ts'
import type { ReturnDesign } from '@gongyou/contract/returns/designs.ts'
import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { type Bag, codeFromSound, draftsOf, issuesInWords } from '../../../kit/designs.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { searchKeyOf } from '../../people/index.ts'
import type { Catalogue } from '../../statistics/index.ts'
import { faultsIn, formRevision, newestRevision, publishForm } from '../forms.ts'

const drafts = draftsOf({ drafts: 'returns.form_draft', published: 'returns.form', act: 'return-form', as: 'form', none: 'returns.no-form' })

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
  if (!form) return { form, faults: issuesInWords(issues) }
  return { form, faults: await faultsIn(look, catalogue, form) }
}

/** The code is fixed, the revision follows from what is published, and its reason is given when it is published. */
const pinned = async (look: Look, row: { code: string }, definition: Bag) => {
  const { because: _, ...rest } = definition
  return { ...rest, code: row.code, revision: (await newestRevision(look, row.code)) + 1 }
}

export const designOf = async (look: Look, catalogue: Catalogue, id: string): Promise<ReturnDesign> => {
  const row = await drafts.row(look, id)
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
  const row = await drafts.row(look, id)
  const { form, faults } = await readDesign(look, catalogue, await pinned(look, row, row.definition))
  if (!form || faults.length > 0) throw refuse('returns.faulty', { fields: fieldsOf(faults) })
  return { row, form }
}

/** A form begins with a name and no line; with `from` as a copy of the newest. Fails on `return_form_draft_code_unique` where one is begun already. */
export const beginDesign = async (work: Work, given: { title: string; from?: string | undefined }) => {
  await mustReachAll(work)
  if (given.from) {
    const newest = await newestRevision(work, given.from)
    if (newest === 0) throw refuse('returns.no-form')
    return drafts.begin(work, given.from, await formRevision(work, given.from, newest))
  }
  const code = await drafts.freeCode(work, codeFromSound('bb', searchKeyOf(given.title), 'bb'))
  return drafts.begin(work, code, {
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
  const row = await drafts.row(work, id)
  await drafts.save(work, id, given.version, await pinned(work, row, given.definition))
}

export const dropDesign = async (work: Work, id: string) => {
  await mustReachAll(work)
  await drafts.drop(work, id)
}

/** The draft becomes the newest revision; periods that are open keep theirs. */
export const publishDesign = async (work: Work, catalogue: Catalogue, id: string, version: number, because: string) => {
  await mustReachAll(work)
  const { row, form } = await formOfDesign(work, catalogue, id)
  if (row.version !== version) throw refuse('record.changed')
  await publishForm(work, form, { by: 'officer', because })
  return drafts.published(work, id, form, because)
}

/** No period of it is opened any more; those that are open go on. */
export const retire = async (work: Work, code: string, because: string) => {
  await mustReachAll(work)
  await drafts.retire(work, code, because)
}
