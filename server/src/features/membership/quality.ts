import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { clause, reachOf } from '../organisations/index.ts'

type Finding = {
  code: 'no-id-number' | 'no-mobile' | 'shared-mobile' | 'no-occupation' | 'no-education' | 'union-without-members' | 'term-overdue'
  count: number
  examples: { id: string; name: string }[]
}

// The shared phones are gathered once: written against the person's own row, it took a minute for 100,000 persons.
const memberRules = (region: number) => ({
  'no-id-number': sql`p.id_hash is null`,
  'no-mobile': sql`p.mobile is null`,
  'no-education': sql`p.education is null`,
  'no-occupation': sql`m.floating and m.occupation is null`,
  'shared-mobile': sql`p.mobile in (select mobile from people.person where region = ${region} and mobile is not null and merged_into is null group by mobile having count(*) > 1)`,
})

/** What is missing or doubtful in the records within reach, with examples to begin with. */
export const qualityOf = async (look: Look) => {
  const reach = await reachOf(look, 'membership.read')
  const rows: Finding[] = []
  for (const [code, rule] of Object.entries(memberRules(look.region))) {
    const found = await sql<{ id: string; name: string; n: number }>`
      select p.id, p.name, count(*) over () as n from membership.membership m join people.person p on p.region = m.region and p.id = m.person_id
       where m.region = ${look.region} and m.status in ('active', 'prospect') and ${clause(reach, 'm.org_id')} and ${rule} order by p.id limit 5`.execute(
      look.raw,
    )
    if (found.rows[0])
      rows.push({ code: code as Finding['code'], count: found.rows[0].n, examples: found.rows.map(({ id, name }) => ({ id, name })) })
  }
  const empty = await sql<{ id: string; name: string; n: number }>`
    select o.id, o.name, count(*) over () as n from organisations.org o where o.region = ${look.region} and o.dissolved_on is null and o.kind in ('base_single', 'base_joint', 'project_site', 'direct_union') and ${clause(reach, 'o.id')}
       and not exists (select 1 from membership.membership m where m.region = o.region and m.org_id = o.id and m.status = 'active') order by o.name limit 5`.execute(
    look.raw,
  )
  if (empty.rows[0]) rows.push({ code: 'union-without-members', count: empty.rows[0].n, examples: empty.rows.map(({ id, name }) => ({ id, name })) })
  const overdue = await sql<{ id: string; name: string; n: number }>`
    select o.id, o.name, count(*) over () as n from organisations.org o where o.region = ${look.region} and o.dissolved_on is null and ${clause(reach, 'o.id')}
       and (select max(upper(during)) from organisations.term t where t.region = o.region and t.org_id = o.id) < ${look.today}::date order by o.name limit 5`.execute(
    look.raw,
  )
  if (overdue.rows[0]) rows.push({ code: 'term-overdue', count: overdue.rows[0].n, examples: overdue.rows.map(({ id, name }) => ({ id, name })) })
  return { rows }
}
