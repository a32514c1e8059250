import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver, sql } from 'kysely'
import type pg from 'pg'
import { dayOf, now } from '../clock.ts'
import type { FactDefinition } from '../ledger/fact.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import type { Tables } from './tables.ts'
import type { Call, Look, Reader, Tx } from './transaction.ts'

export type { Call, Look, Reader, Tx } from './transaction.ts'

/** One writing transaction: state through `tx`; acts, audit lines and jobs through `ledger`, written at its end. */
export type Work = Look & { tx: Tx; ledger: Ledger; call: Call }

/** Begins the transaction and sets its region in one journey to the server: every request makes this journey. */
const begin = (region: number) => CompiledQuery.raw(`begin; select kit.set_region(${Math.trunc(region)})`)

/** Leaves the `begin` to the statement above. */
class BegunWithRegion extends PostgresDriver {
  override async beginTransaction() {}
}
/** PostgreSQL, but for where a transaction begins. */
const dialectOf = (pool: pg.Pool) => Object.assign(new PostgresDialect({ pool }), { createDriver: () => new BegunWithRegion({ pool }) })

export const openDatabase = (pool: pg.Pool, facts: readonly FactDefinition[]) => {
  const kysely = new Kysely<Tables>({ dialect: dialectOf(pool) })

  const inRegion = <T>(region: number, fn: (tx: Tx) => Promise<T>) =>
    kysely.transaction().execute(async (tx) => {
      await tx.executeQuery(begin(region))
      return fn(tx)
    })

  const lookOf = (tx: Tx, call: Pick<Call, 'region' | 'by'>): Look => {
    const at = now()
    return { db: tx as unknown as Reader, raw: tx, region: call.region, by: call.by, at, today: dayOf(at) }
  }

  return {
    /** Reads within one region. */
    read: <T>(call: Pick<Call, 'region' | 'by'>, fn: (look: Look) => Promise<T>) => inRegion(call.region, (tx) => fn(lookOf(tx, call))),
    /** One command, one transaction: act, state, facts, audit, messages together or not at all. */
    write: <T>(call: Call, fn: (work: Work) => Promise<T>) =>
      inRegion(call.region, async (tx) => {
        const look = lookOf(tx, call)
        const ledger = openLedger(tx, call, look, facts)
        const done = await fn({ ...look, tx, ledger, call })
        await ledger.close()
        return done
      }),
    pool,
    end: () => kysely.destroy(),
  }
}
export type Database = ReturnType<typeof openDatabase>

/** `column = any($1)` with one bound array, so that the statement text does not grow with the list. */
export const anyOf = (values: readonly string[]) => sql<string>`any(${values as string[]}::uuid[])`
