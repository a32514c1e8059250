import { KindShape, asKind } from '@gongyou/contract/activities/definition.ts'
import type { KindDesign } from '@gongyou/contract/activities/designs.ts'
import { kindFaults, kindRevisionFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { type Bag, codeFromSound, draftsOf, issuesInWords } from '../../../kit/designs.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { searchKeyOf } from '../../people/index.ts'
import { kindOf, newestRevision, publishKind } from '../kinds.ts'

const drafts = draftsOf({
  drafts: 'activities.kind_draft',
  published: 'activities.kind',
  act: 'activity-kind',
  as: 'activityKind',
  none: 'activities.no-such-kind',
})

/** The draft as a kind, or why it is none yet. */
const readDesign = async (look: Look, definition: Bag): Promise<{ kind: ActivityKind | null; faults: KindDesign['faults'] }> => {
  const read = KindShape.safeParse(definition)
  if (!read.success)
    return {
      kind: null,
      faults: issuesInWords(read.error.issues),
    }
  const kind = asKind(read.data)
  const newest = kind.revision - 1
  const before = newest > 0 ? await kindOf(look, kind.code, newest) : undefined
  return { kind, faults: [...kindFaults(kind), ...(before ? kindRevisionFaults(before, kind) : [])] }
}

export const designOf = async (look: Look, id: string): Promise<KindDesign> => {
  const row = await drafts.row(look, id)
  const revision = (await newestRevision(look, row.code)) + 1
  const definition = { ...row.definition, code: row.code, revision }
  const { faults } = await readDesign(look, definition)
  return { id, code: row.code, definition, faults, revision, changedAt: row.changed_at.toISOString(), version: row.version }
}

const begin = (work: Work, kind: ActivityKind) => drafts.begin(work, kind.code, kind)

/** A kind begins with a name; everything else is added on the screen. */
export const beginDesign = async (work: Work, title: string) =>
  begin(work, {
    code: await drafts.freeCode(work, codeFromSound('hd', searchKeyOf(title), 'mc')),
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
  return begin(work, { ...(await kindOf(work, code, newest)), revision: newest + 1 })
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

/** The draft becomes the newest revision; activities that are planned keep theirs. */
export const publishDesign = async (work: Work, id: string, version: number, because: string) => {
  const row = await drafts.row(work, id)
  if (row.version !== version) throw refuse('record.changed')
  const { kind, faults } = await readDesign(work, { ...row.definition, code: row.code, revision: (await newestRevision(work, row.code)) + 1 })
  if (!kind || faults.length > 0) throw refuse('activities.kind-faulty', { fields: fieldsOf(faults) })
  await publishKind(work, kind, { by: 'officer', because })
  return drafts.published(work, id, kind, because)
}

/** Nothing new is planned under it; what is planned goes on. */
export const retire = async (work: Work, code: string, because: string) => {
  await drafts.retire(work, code, because)
}
