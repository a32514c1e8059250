import type { TreeNode } from '@gongyou/contract/organisations/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { clause, reachOf } from './within.ts'

/** The standing nodes within reach, parents before children, each with the end of its term. */
export const treeOf = async (look: Look): Promise<{ nodes: TreeNode[] }> => {
  const reach = await reachOf(look, 'organisations.read')
  const { rows } = await sql<TreeNode>`
    select o.id, o.parent_id as parent, o.kind, o.name, o.town, t.ends as "termEnds"
      from organisations.org o
      left join (select org_id, max(upper(during)) as ends from organisations.term where region = ${look.region} group by org_id) t on t.org_id = o.id
     where o.region = ${look.region} and o.dissolved_on is null and ${clause(reach, 'o.id')}
     order by nlevel(o.path), array_position(array['town_federation','service_station','direct_union','industry_federation','area_federation'], o.kind) nulls last, o.town, o.name collate "zh-x-icu"`.execute(
    look.raw,
  )
  return { nodes: rows }
}
