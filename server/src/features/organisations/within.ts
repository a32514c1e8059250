import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import type { Actor } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'

/**
 * Organisations in which the caller holds a right: `'all'` for a post in the district federation itself, else the ids
 * of the subtrees. One value for lists, details, search, exports, files and figures; `clause` compiles it to SQL.
 */
export type Reach = 'all' | readonly string[]

const isRoot = (path: string) => !path.includes('.')

export const reachOf = async (look: Look, right: Right, by: Actor = look.by): Promise<Reach> => {
  if (by.kind === 'system') return 'all'
  const paths = by.standings.filter((s) => s.rights.includes(right)).map((s) => s.path)
  if (paths.some(isRoot)) return 'all'
  return subtree(look, paths)
}

/** Ids of everything at and beneath some nodes. A district has a thousand unions, so this is a short list. */
export const subtree = async (look: Look, paths: readonly string[]): Promise<string[]> => {
  if (paths.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from organisations.org where region = ${look.region} and path <@ any(${paths as string[]}::ltree[])`.execute(look.raw)
  return rows.map((r) => r.id)
}

/** `column` lies within the reach. */
export const clause = (reach: Reach, column: string) =>
  reach === 'all' ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${reach as string[]}::uuid[])`

/** Both must hold: what one may see and what one asked for. */
export const narrow = (reach: Reach, to: readonly string[] | undefined): Reach => {
  if (!to) return reach
  if (reach === 'all') return to
  const allowed = new Set(reach)
  return to.filter((id) => allowed.has(id))
}

/** The asked organisation and everything beneath it, or `undefined` where none was asked for. */
export const beneath = async (look: Look, orgId: string | undefined) => {
  if (!orgId) return undefined
  const org = await look.db
    .selectFrom('organisations.org')
    .select('path')
    .where('region', '=', look.region)
    .where('id', '=', orgId)
    .executeTakeFirst()
  return org ? subtree(look, [org.path]) : []
}
