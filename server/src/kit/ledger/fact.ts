import { type RawBuilder, sql } from 'kysely'
import type { FactDeclaration } from '@gongyou/contract/kit/fact.ts'
import type { Tx } from '../db/transaction.ts'

export type FactDefinition = FactDeclaration

/**
 * The rows of one fact, drawn from the acts it counts. The same query keeps the fact table current (for the
 * acts of one transaction) and rebuilds it (for all), so the two cannot disagree. A reversed act yields nothing; a
 * person recorded twice is whoever is left of the two.
 */
const rowsOf = (fact: FactDefinition, region: number, ids?: readonly string[]) => {
  const dims = fact.by.map((name) => sql`${sql.lit(name)}::text, a.data -> ${sql.lit(name)}`)
  const weights = Object.entries(fact.acts)
  const weight = sql.join(
    weights.map(([kind, w]) => sql`when ${sql.lit(kind)} then ${sql.lit(w)}`),
    sql` `,
  )
  const amount = fact.sums ? sql`coalesce((a.data ->> ${sql.lit(fact.sums)})::numeric, 0)` : sql`1`
  const built = dims.length > 0 ? sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(dims)}))` : sql`'{}'::jsonb`
  return sql`
    select a.region, ${sql.lit(fact.code)}::text, a.id, 0::smallint, a.day, a.org_id, (a.data ->> 'town')::int, coalesce(al.root_id, a.person_id),
           (case a.kind ${weight} end) * ${amount}, ${built}
      from ledger.act a left join ledger.alias al on al.region = a.region and al.gone_id = a.person_id
     where a.region = ${region} and a.kind = any(${weights.map(([kind]) => kind)}::text[])
       and not exists (select 1 from ledger.act r where r.region = a.region and r.reverses = a.id)
       ${ids ? sql`and a.id = any(${ids as string[]}::uuid[])` : sql``}`
}

const insert = (rows: RawBuilder<unknown>) =>
  sql`insert into ledger.fact (region, fact, act_id, part, day, org_id, town, person_id, amount, dims) ${rows}`

/** Counts the acts just written, whatever facts they are in, in one statement. */
export const insertFacts = async (tx: Tx, region: number, facts: readonly FactDefinition[], acts: readonly { id: string; kind: string }[]) => {
  const parts = facts.flatMap((fact) => {
    const ids = acts.filter((a) => a.kind in fact.acts).map((a) => a.id)
    return ids.length > 0 ? [rowsOf(fact, region, ids)] : []
  })
  if (parts.length > 0) await insert(sql.join(parts, sql` union all `)).execute(tx)
}

/** Throws one fact away and counts it anew from all acts. */
export const rebuild = async (tx: Tx, region: number, fact: FactDefinition) => {
  await tx.deleteFrom('ledger.fact').where('region', '=', region).where('fact', '=', fact.code).execute()
  await insert(rowsOf(fact, region)).execute(tx)
}
