import type { Look } from '../../../kit/db/database.ts'
import { grouped } from './grouped.ts'

/** How a parent is written in a cell: by its name, and where two bear it, by “its parent/its name”. */
export const parentNames = async (look: Look) => {
  const orgs = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'parent_id', 'name'])
    .where('region', '=', look.region)
    .where('dissolved_on', 'is', null)
    .execute()
  const byId = new Map(orgs.map((o) => [o.id, o]))
  const bearers = grouped(orgs, (o) => o.name)
  return (id: string) => {
    const org = byId.get(id)
    if (!org) return null
    const above = org.parent_id ? byId.get(org.parent_id) : undefined
    return above && bearers.get(org.name)!.length > 1 ? `${above.name}/${org.name}` : org.name
  }
}
