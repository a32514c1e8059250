import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Tx } from './transaction.ts'

const names = new Map<string, string>()

/** The name under which a statement is kept by the server; undefined for all but a few. */
export const nameOf = (sql: string) => names.get(sql)

/** Has each connection plan this statement once and keep it, from now on. */
export const kept = <R>(query: CompiledQuery<R>) => {
  if (!names.has(query.sql)) names.set(query.sql, `kept_${names.size}`)
  return query
}

/**
 * Runs a statement that each connection plans once and keeps. For those that every rush repeats and whose planning costs
 * as much as running them: their texts must be few, for what is kept is never let go, and they name their columns, for a
 * plan does not outlive a change of its answer's shape.
 */
export const runPrepared = <R>(tx: Tx, query: RawBuilder<R> | { compile(): CompiledQuery<R> }) => tx.executeQuery(kept(query.compile(tx)))
