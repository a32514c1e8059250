import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { type FactDefinition, rebuild } from './fact.ts'

/** Counts every fact anew on a connection that already stands in a transaction of its region. */
export const rebuildAll = async (client: pg.PoolClient, region: number, facts: readonly FactDefinition[]) => {
  const one = { connect: async () => Object.assign(Object.create(client), { release: () => {} }) as pg.PoolClient, end: async () => {} }
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: one }) })
  for (const fact of facts) await rebuild(kysely as unknown as Tx, region, fact)
}
