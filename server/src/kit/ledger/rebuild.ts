import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/transaction.ts'
import type { Tables } from '../db/tables.ts'
import { rebuildAliases } from './alias.ts'
import { type FactDefinition, insertAllFacts } from './fact.ts'

/**
 * Where one region is served the table is emptied at once and its indexes are made afterwards in one go: half the time of
 * keeping them current line by line. Nobody reads facts meanwhile. Where others stand in the same table they are left
 * alone. Answers what makes the indexes again.
 */
const putIndexesAside = async (client: pg.PoolClient): Promise<string[]> => {
  const { rows: regions } = await client.query('select 1 from kit.tenant_anchor limit 2')
  if (regions.length !== 1) return []
  const { rows } = await client.query<{ off: string; again: string }>(
    `select case when i.indisprimary then 'alter table ledger.fact drop constraint fact_pkey' else 'drop index ' || i.indexrelid::regclass end as off,
            case when i.indisprimary then 'alter table ledger.fact add constraint fact_pkey ' || (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conindid = i.indexrelid)
                 else pg_get_indexdef(i.indexrelid) end as again
       from pg_index i where i.indrelid = 'ledger.fact'::regclass`,
  )
  await client.query('truncate ledger.fact')
  for (const { off } of rows) await client.query(off)
  return rows.map((r) => r.again)
}

/** Counts every fact anew on a connection of the owner that already stands in a transaction of its region; months are counted again at the next fold. */
export const rebuildAll = async (client: pg.PoolClient, region: number, facts: readonly FactDefinition[]) => {
  // Kysely wants a pool: it is lent the one connection and gives nothing back.
  const lent = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const one = { connect: async () => lent, end: async () => {} }
  const tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: one }) }) as unknown as Tx
  await client.query(`set local maintenance_work_mem = '256MB'`)
  await rebuildAliases(tx, region)
  const aside = await putIndexesAside(client)
  if (aside.length === 0)
    await tx
      .deleteFrom('ledger.fact')
      .where('region', '=', region)
      .where(
        'fact',
        'in',
        facts.map((f) => f.code),
      )
      .execute()
  await insertAllFacts(tx, region, facts)
  for (const again of aside) await client.query(again)
  await tx.updateTable('ledger.cut').set({ filled_at: null }).where('region', '=', region).execute()
}
