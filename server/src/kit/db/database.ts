import { sql } from 'kysely'
import type pg from 'pg'
import { dayOf, now } from '../clock.ts'
import type { FactDefinition } from '../ledger/fact.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import type { Call, Look, Reader, Tx } from './transaction.ts'
import { openTransactions } from './transactions.ts'

export type { Call, Look, Reader, Tx } from './transaction.ts'

/** One writing transaction: state through `tx`; acts, audit lines and jobs through `ledger`, written at its end. */
export type Work = Look & { tx: Tx; ledger: Ledger; call: Call }

export const openDatabase = (pool: pg.Pool, facts: readonly FactDefinition[]) => {
  const transactions = openTransactions(pool)

  const lookOf = (tx: Tx, call: Pick<Call, 'region' | 'by'>): Look => {
    const at = now()
    return { db: tx as unknown as Reader, raw: tx, region: call.region, by: call.by, at, today: dayOf(at) }
  }

  return {
    /** Reads within one region. */
    read: <T>(call: Pick<Call, 'region' | 'by'>, fn: (look: Look) => Promise<T>) => transactions.read(call.region, (tx) => fn(lookOf(tx, call))),
    /** One command, one transaction: act, state, facts, audit, messages together or not at all. */
    write: <T>(call: Call, fn: (work: Work) => Promise<T>) =>
      transactions.write(call.region, async (tx) => {
        const look = lookOf(tx, call)
        const ledger = openLedger(tx, call, look, facts)
        const done = await fn({ ...look, tx, ledger, call })
        return { done, last: await ledger.close() }
      }),
    pool,
    end: () => transactions.end(),
  }
}
export type Database = ReturnType<typeof openDatabase>

/** `column = any($1)` with one bound array, so that the statement text does not grow with the list. */
export const anyOf = (values: readonly string[]) => sql<string>`any(${values as string[]}::uuid[])`
