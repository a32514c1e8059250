import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from './within.ts'

/** The organisation, locked, within the editor's reach, standing, and as the editor saw it. */
export const openOrganisation = async (work: Work, id: string, version: number) => {
  const reach = await reachOf(work, 'organisations.edit')
  const org = await work.tx
    .selectFrom('organisations.org')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where(clause(reach, 'id'))
    .forUpdate()
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  if (org.dissolved_on) throw refuse('organisations.dissolved')
  if (org.version !== version) throw refuse('record.changed')
  return org
}
export type OpenOrganisation = Awaited<ReturnType<typeof openOrganisation>>

/** A parent within the editor's reach, standing. */
export const parentWithin = async (work: Work, id: string) => {
  const reach = await reachOf(work, 'organisations.edit')
  const parent = await work.tx
    .selectFrom('organisations.org')
    .select(['id', 'kind', 'path', 'town', 'dissolved_on', 'name'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where(clause(reach, 'id'))
    .executeTakeFirst()
  if (!parent) throw refuse('record.not-found')
  if (parent.dissolved_on) throw refuse('organisations.dissolved')
  return parent
}

export const labelOf = (id: string) => id.replaceAll('-', '')
