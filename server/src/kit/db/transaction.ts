import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Tables } from './tables.ts'

/** Can only read: a query that writes does not compile on it. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn' | 'selectNoFrom' | 'dynamic'> & { readonly reads: true }
/** A write outside a transaction does not compile. */
export type Tx = Transaction<Tables>

/** Who asks, for which region, in which request. */
export type Call = { region: number; by: Actor; operation: string; request: string; from?: string }

/** One reading transaction. */
export type Look = { db: Reader; raw: Tx; region: number; by: Actor; at: Date; today: string }
