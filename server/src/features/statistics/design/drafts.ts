import type { FigureDesign } from '@gongyou/contract/statistics/designs.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { type Bag, codeFromSound, draftsOf } from '../../../kit/designs.ts'
import { declareCuts } from '../../../kit/ledger/cut.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { searchKeyOf } from '../../people/index.ts'
import { type Catalogue, figureRevision } from '../catalogue.ts'
import { insertFigure } from '../sync.ts'
import { readDesign } from './faults.ts'

const drafts = draftsOf({
  drafts: 'statistics.figure_draft',
  published: 'statistics.figure',
  act: 'figure',
  as: 'figure',
  none: 'statistics.no-such-figure',
})

const newestRevision = async (look: Look, code: string) => {
  const row = await look.db
    .selectFrom('statistics.figure')
    .select(['revision', 'made_by', 'retired_at'])
    .where('region', '=', look.region)
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { revision: 0, made_by: 'officer', retired_at: null }
}

/** The catalogue speaks for the whole district: who sees only a part of it does not write it. */
const mustKeepAll = async (look: Look) => {
  if ((await reachOf(look, 'statistics.edit')) !== 'all') throw refuse('right.missing')
}

/** The code is fixed and the revision follows from what is published: neither can be written by hand. */
const pinned = async (look: Look, row: { code: string }, definition: Bag) => ({
  ...definition,
  code: row.code,
  revision: (await newestRevision(look, row.code)).revision + 1,
})

export const designOf = async (look: Look, catalogue: Catalogue, id: string): Promise<FigureDesign> => {
  const row = await drafts.row(look, id)
  const definition = await pinned(look, row, row.definition)
  return {
    id,
    code: row.code,
    definition,
    faults: readDesign(catalogue, definition).faults,
    revision: definition.revision,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** The draft as a figure that can be counted; refused while it has faults. */
export const figureOfDesign = async (look: Look, catalogue: Catalogue, id: string) => {
  const row = await drafts.row(look, id)
  const { figure, faults } = readDesign(catalogue, await pinned(look, row, row.definition))
  if (!figure || faults.length > 0) throw refuse('statistics.faulty', { fields: fieldsOf(faults) })
  return { row, figure }
}

/** A figure begins as a count of one fact; everything else is chosen on the screen. */
export const beginDesign = async (work: Work, catalogue: Catalogue, given: { title: string; fact: string; from?: string | undefined }) => {
  await mustKeepAll(work)
  if (given.from) {
    const newest = await newestRevision(work, given.from)
    // Figures of the release are revised by the release: two hands on one definition would not agree.
    if (newest.revision === 0 || newest.made_by === 'code') throw refuse('statistics.no-such-figure')
    // The reason of the last revision is not the reason of the next.
    const { because: _, ...definition } = await figureRevision(work, catalogue, given.from, newest.revision)
    return drafts.begin(work, given.from, definition)
  }
  const fact = catalogue.facts.find((f) => f.code === given.fact)
  if (!fact) throw refuse('statistics.no-such-figure')
  const stock = Object.values(fact.acts).some((w) => w < 0)
  const code = await drafts.freeCode(work, codeFromSound('sz', searchKeyOf(given.title), 'sz'))
  return drafts.begin(work, code, {
    code,
    revision: 1,
    measure: stock ? 'stock' : 'count',
    unit: 'items',
    of: { fact: fact.code },
    owner: 'office',
    by: [...(stock ? [] : ['month']), 'town', 'org'],
    name: { zh: given.title, en: '' },
    definition: { zh: '', en: '' },
  })
}

export const saveDesign = async (work: Work, id: string, given: { version: number; definition: Bag }) => {
  const row = await drafts.row(work, id)
  await drafts.save(work, id, given.version, await pinned(work, row, given.definition))
}

export const dropDesign = async (work: Work, id: string) => {
  await drafts.drop(work, id)
}

/** The draft becomes the newest revision; claims that stand keep the revision they were published under. */
export const publishDesign = async (work: Work, catalogue: Catalogue, id: string, version: number, because: string) => {
  await mustKeepAll(work)
  const { row, figure } = await figureOfDesign(work, catalogue, id)
  if (row.version !== version) throw refuse('record.changed')
  const published = { ...figure, because }
  await insertFigure(work, published, { by: 'officer', because })
  await declareCuts(work.tx, work.region, [published])
  return drafts.published(work, id, figure, because)
}

/** It is counted no more; what was published from it stays as it is. */
export const retire = async (work: Work, code: string, because: string) => {
  await mustKeepAll(work)
  await drafts.retire(work, code, because, 'officer')
}
