import { ServiceShape, asService } from '@gongyou/contract/cases/definition.ts'
import type { Design } from '@gongyou/contract/cases/designs.ts'
import { differencesOf } from '@gongyou/contract/cases/differences.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import { type Bag, draftsOf, issuesInWords } from '../../../kit/designs.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import { searchKeyOf } from '../../people/index.ts'
import type { House } from '../engine.ts'
import { faultsHere, houseFaults, publishService, serviceOf } from '../services.ts'
import { type PatternName, patterns } from './patterns.ts'

const drafts = draftsOf<{ org_id: string | null; because: string }>({
  drafts: 'cases.service_draft',
  published: 'cases.service',
  act: 'service',
  as: 'service',
  none: 'cases.no-such-service',
})

type Fault = Design['faults'][number]
/** The design as a service, or why it is none yet. */
export const readDesign = async (look: Look, definition: Bag, house: House): Promise<{ service: Service | null; faults: Fault[] }> => {
  const read = ServiceShape.safeParse(definition)
  if (!read.success)
    return {
      service: null,
      faults: issuesInWords(read.error.issues),
    }
  const service = asService(read.data)
  return { service, faults: [...(await faultsHere(look, service)), ...houseFaults(service, house)] }
}

const newestRevision = async (look: Look, code: string) =>
  (
    await look.db
      .selectFrom('cases.service')
      .select((e) => e.fn.max('revision').as('revision'))
      .where('region', '=', look.region)
      .where('code', '=', code)
      .executeTakeFirst()
  )?.revision ?? 0

export const designOf = async (look: Look, house: House, id: string): Promise<Design> => {
  const row = await drafts.row(look, id)
  const newest = await newestRevision(look, row.code)
  const { service, faults } = await readDesign(look, row.definition, house)
  return {
    id,
    code: row.code,
    definition: row.definition,
    orgId: row.org_id,
    because: row.because,
    faults,
    revision: newest + 1,
    differences: newest > 0 && service ? differencesOf(await serviceOf(look, row.code, newest), service) : [],
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** Letters and code from the sound of the title: an officer need not invent names for machines. */
const spell = (title: string) => {
  // “生日慰问 srww shengriweiwen” in one key: whole syllables last.
  const words = searchKeyOf(title)
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => /^[a-z]+$/.test(w))
  const initials = (words.find((w) => w.length >= 2 && w.length <= [...title].length) ?? words[0] ?? 'sx').slice(0, 12)
  return { letters: (initials.replace(/[^a-z]/g, '') + 'SX').slice(0, 2).toUpperCase(), code: `fw-${initials}` }
}

const begin = (work: Work, service: Service, orgId: string | null = null) => drafts.begin(work, service.code, service, { org_id: orgId })

export const beginDesign = async (work: Work, title: string, pattern: PatternName) => {
  const { letters, code } = spell(title)
  return begin(work, patterns[pattern]({ code: await drafts.freeCode(work, code), revision: 1, letters, title: { zh: title, en: title } }))
}

const offeredIn = async (look: Look, code: string, revision: number) =>
  (
    await look.db
      .selectFrom('cases.service')
      .select('org_id')
      .where('region', '=', look.region)
      .where('code', '=', code)
      .where('revision', '=', revision)
      .executeTakeFirst()
  )?.org_id ?? null

/** The next revision of a service begins as a copy of the newest, offered where that is. Fails on `service_draft_code_unique` where one is begun already. */
export const beginRevision = async (work: Work, code: string) => {
  const newest = await newestRevision(work, code)
  if (newest === 0) throw refuse('cases.no-such-service')
  return begin(work, { ...(await serviceOf(work, code, newest)), revision: newest + 1 }, await offeredIn(work, code, newest))
}

type Saved = { version: number; definition: Bag; orgId: string | null; because: string }

export const saveDesign = async (work: Work, id: string, given: Saved) => {
  const row = await drafts.row(work, id)
  const revision = (await newestRevision(work, row.code)) + 1
  // The code is fixed and the revision follows from what is published: neither can be written by hand.
  const definition = { ...given.definition, code: row.code, revision }
  await drafts.save(work, id, given.version, definition, { org_id: given.orgId, because: given.because })
}

export const dropDesign = async (work: Work, id: string) => {
  await drafts.drop(work, id)
}

export const publishDesign = async (work: Work, house: House, id: string, version: number, because: string) => {
  const row = await drafts.row(work, id)
  if (row.version !== version) throw refuse('record.changed')
  const { service, faults } = await readDesign(work, row.definition, house)
  if (!service || faults.length > 0) throw refuse('cases.service-faulty', { fields: fieldsOf(faults) })
  await publishService(work, service, { by: 'officer', because, org: row.org_id })
  return drafts.published(work, id, service, because)
}

/** No new case begins; those that run go on. */
export const retire = async (work: Work, code: string, because: string) => {
  await drafts.retire(work, code, because)
}
