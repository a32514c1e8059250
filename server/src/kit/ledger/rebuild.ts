import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/transaction.ts'
import type { Tables } from '../db/tables.ts'
import { rebuildAliases } from './alias.ts'
import { type FactDefinition, rebuild } from './fact.ts'

/** Counts every fact anew on a connection that already stands in a transaction of its region; months are counted again at the next fold. */
export const rebuildAll = async (client: pg.PoolClient, region: number, facts: readonly FactDefinition[]) => {
  // Kysely wants a pool: it is lent the one connection and gives nothing back.
  const lent = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const one = { connect: async () => lent, end: async () => {} }
  const tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: one }) }) as unknown as Tx
  await rebuildAliases(tx, region)
  for (const fact of facts) await rebuild(tx, region, fact)
  await tx.updateTable('ledger.cut').set({ filled_at: null }).where('region', '=', region).execute()
}
