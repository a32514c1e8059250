import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/transaction.ts'
import type { Tables } from '../db/tables.ts'
import { type FactDefinition, rebuild } from './fact.ts'

/** Counts every fact anew on a connection that already stands in a transaction of its region. */
export const rebuildAll = async (client: pg.PoolClient, region: number, facts: readonly FactDefinition[]) => {
  // Kysely wants a pool: it is lent the one connection and gives nothing back.
  const lent = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const one = { connect: async () => lent, end: async () => {} }
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: one }) })
  for (const fact of facts) await rebuild(kysely as unknown as Tx, region, fact)
}
