import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'

/** Nobody receives his own return: the right must be held above the unit. */
const overseesFromAbove = (look: Look, path: string) =>
  look.by.kind === 'system' || look.by.standings.some((s) => s.rights.includes('returns.oversee') && path.startsWith(`${s.path}.`))

const fills = (look: Look, path: string) =>
  look.by.kind === 'system' || look.by.standings.some((s) => s.rights.includes('returns.fill') && (path === s.path || path.startsWith(`${s.path}.`)))

export const standingTo = (look: Look, path: string) => ({ fills: fills(look, path), receives: overseesFromAbove(look, path) })

/** A sheet that whoever looks may see, with its round and its unit; 404 for any other. */
export const findSheet = async (look: Look, id: string) => {
  const row = await look.db
    .selectFrom('returns.sheet as s')
    .innerJoin('returns.round as r', (j) => j.onRef('r.region', '=', 's.region').onRef('r.id', '=', 's.round_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .selectAll('s')
    .select(['r.form', 'r.definition', 'r.from_on', 'r.to_on', 'r.reported_on', 'r.reported_to', 'o.name as org', 'o.path', 'o.town'])
    .where('s.region', '=', look.region)
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  const standing = standingTo(look, row.path)
  if (!standing.fills && !standing.receives) throw refuse('record.not-found')
  return { ...row, standing }
}
export type SheetRow = Awaited<ReturnType<typeof findSheet>>

/** Units in which a right is held. */
export const unitsOf = async (look: Look, right: Right, column: string) => clause(await reachOf(look, right), column)

/** Whoever sees a sheet may ask why it is due when it is. */
export const returnSight = async (look: Look, id: string) =>
  findSheet(look, id).then(
    () => true,
    () => false,
  )
