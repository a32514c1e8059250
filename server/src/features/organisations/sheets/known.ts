import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { clause, reachOf } from '../within.ts'
import { grouped } from './grouped.ts'

/** A standing organisation as the import compares it; `mine` when it lies within the importer's reach. */
export type Known = {
  id: string
  parent: string | null
  kind: string
  name: string
  version: number
  mine: boolean
  shortName: string | null
  uscc: string | null
  town: number | null
  approvalNumber: string | null
  foundedOn: string | null
  workersDeclared: number | null
  womenDeclared: number | null
  unitsCovered: number | null
  phone: string | null
  address: string | null
  terms: { number: number; from: string; to: string; years: number }[]
}

/** Every standing organisation of the district: two thousand, so the whole file is judged in memory. */
export const knownOrganisations = async (look: Look) => {
  const reach = await reachOf(look, 'organisations.edit')
  const { rows } = await sql<Known>`
    select o.id, o.parent_id as parent, o.kind, o.name, o.version, ${clause(reach, 'o.id')} as mine, o.short_name as "shortName", o.uscc, o.town, o.approval_number as "approvalNumber", o.founded_on as "foundedOn",
           o.workers_declared as "workersDeclared", o.women_declared as "womenDeclared", o.units_covered as "unitsCovered", o.phone, o.address, coalesce(t.terms, '[]') as terms
      from organisations.org o
      left join (select org_id, jsonb_agg(jsonb_build_object('number', number, 'from', lower(during), 'to', upper(during), 'years', years)) as terms from organisations.term where region = ${look.region} group by org_id) t on t.org_id = o.id
     where o.region = ${look.region} and o.dissolved_on is null`.execute(look.raw)
  const byId = new Map(rows.map((o) => [o.id, o]))
  return { rows, byId, byName: grouped(rows, (o) => o.name), byUscc: new Map(rows.flatMap((o) => (o.uscc ? [[o.uscc, o] as const] : []))) }
}
export type KnownOrganisations = Awaited<ReturnType<typeof knownOrganisations>>
