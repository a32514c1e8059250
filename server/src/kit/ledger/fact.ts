import { sql } from 'kysely'
import type { FactDeclaration } from '@gongyou/contract/kit/fact.ts'
import type { Tx } from '../db/transaction.ts'

export type FactDefinition = FactDeclaration

/**
 * The rows of one fact, drawn from the acts it counts. The same query keeps the fact table current (for the
 * acts of one transaction) and rebuilds it (for all), so the two cannot disagree. A reversed act yields nothing.
 */
const rowsOf = (fact: FactDefinition, region: number) => {
  const dims = fact.by.map((name) => sql`${sql.lit(name)}::text, a.data -> ${sql.lit(name)}`)
  const weights = Object.entries(fact.acts)
  const weight = sql.join(
    weights.map(([kind, w]) => sql`when ${sql.lit(kind)} then ${sql.lit(w)}`),
    sql` `,
  )
  const amount = fact.sums ? sql`coalesce((a.data ->> ${sql.lit(fact.sums)})::numeric, 0)` : sql`1`
  return sql`
    select a.region, ${sql.lit(fact.code)}::text, a.id, 0::smallint, a.day, a.org_id, (a.data ->> 'town')::int, a.person_id,
           (case a.kind ${weight} end) * ${amount}, jsonb_strip_nulls(jsonb_build_object(${sql.join(dims)}))
      from ledger.act a
     where a.region = ${region} and a.kind = any(${weights.map(([kind]) => kind)}::text[])
       and not exists (select 1 from ledger.act r where r.region = a.region and r.reverses = a.id)`
}

const columns = sql`(region, fact, act_id, part, day, org_id, town, person_id, amount, dims)`

/** Counts the acts just written. */
export const project = async (
  tx: Tx,
  region: number,
  facts: readonly FactDefinition[],
  acts: readonly { id: string; kind: string; reverses: string | null }[],
) => {
  const reversed = acts.flatMap((a) => (a.reverses ? [a.reverses] : []))
  if (reversed.length > 0)
    await tx
      .deleteFrom('ledger.fact')
      .where('region', '=', region)
      .where('act_id', '=', sql<string>`any(${reversed}::uuid[])`)
      .execute()
  for (const fact of facts) {
    const ids = acts.filter((a) => a.kind in fact.acts).map((a) => a.id)
    if (ids.length > 0) await sql`insert into ledger.fact ${columns} ${rowsOf(fact, region)} and a.id = any(${ids}::uuid[])`.execute(tx)
  }
}

/** Throws one fact away and counts it anew from all acts. */
export const rebuild = async (tx: Tx, region: number, fact: FactDefinition) => {
  await tx.deleteFrom('ledger.fact').where('region', '=', region).where('fact', '=', fact.code).execute()
  await sql`insert into ledger.fact ${columns} ${rowsOf(fact, region)}`.execute(tx)
}
