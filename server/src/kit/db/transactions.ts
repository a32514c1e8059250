import { CompiledQuery, type ConnectionProvider, type DatabaseConnection, DefaultQueryExecutor, PostgresDialect, Transaction } from 'kysely'
import type pg from 'pg'
import { nameOf } from './prepared.ts'
import type { Tables } from './tables.ts'
import type { Tx } from './transaction.ts'

/** Begins the transaction and sets its region. */
const begin = (region: number) => CompiledQuery.raw(`begin; select kit.set_region(${Math.trunc(region)})`)

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** What the server answers to whatever comes behind a statement that failed. */
const aborted = '25P02'

/** How the query builder speaks to a client within one transaction. What comes behind a statement that failed fails as that did. */
const connectionOf = (client: pg.PoolClient) => {
  const failure: { error?: Error & { code?: string } } = {}
  const connection: DatabaseConnection = {
    executeQuery: async ({ sql, parameters }) => {
      try {
        const { command, rowCount, rows } = await client.query({ text: sql, values: [...parameters], name: nameOf(sql) })
        return writes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
      } catch (error) {
        failure.error ??= error as Error
        throw (error as { code?: string }).code === aborted ? failure.error : error
      }
    },
    streamQuery: () => {
      throw new Error('a pipelined connection cannot stream')
    },
  }
  return { connection, failure }
}

/** A connection for as long as its transaction lasts. */
const lend = (connection: DatabaseConnection) => {
  let over = false
  const provider: ConnectionProvider = {
    provideConnection: (use) => (over ? Promise.reject(new Error('the transaction is over')) : use(connection)),
  }
  return { provider, end: () => void (over = true) }
}

/**
 * Transactions within a region. Statements that are asked for without waiting are sent one behind the other, in that order,
 * and answered in that order (the pool pipelines); the library's own transactions would hold each back until the one before
 * is answered. The beginning is never waited for: where it fails, so does everything behind it.
 */
export const openTransactions = (pool: pg.Pool) => {
  const dialect = new PostgresDialect({ pool })
  const driver = dialect.createDriver()
  const [compiler, adapter, config] = [dialect.createQueryCompiler(), dialect.createAdapter(), { dialect }]

  const open = async (region: number) => {
    const client = await pool.connect()
    const { connection, failure } = connectionOf(client)
    const { provider, end } = lend(connection)
    const tx: Tx = new Transaction<Tables>({ config, dialect, driver, executor: new DefaultQueryExecutor(compiler, adapter, provider) })
    const begun = connection.executeQuery(begin(region))
    begun.catch(() => {})
    return {
      tx,
      /** Ends the transaction; every statement asked for until now is in it. */
      commit: async () => {
        end()
        const [{ command }] = await Promise.all([client.query('commit'), begun])
        // Nothing was kept, for a statement had failed, be it that nobody minded.
        if (command === 'ROLLBACK') throw failure.error ?? new Error('the transaction was rolled back')
      },
      undo: async () => {
        end()
        await client.query('rollback')
      },
      giveBack: () => client.release(),
    }
  }
  type Open = Awaited<ReturnType<typeof open>>

  // A connection that was lost cannot roll back; the server has done it.
  const undone = (one: Open) =>
    one
      .undo()
      .catch(() => {})
      .finally(one.giveBack)

  return {
    /** `fn` answers the statements that are to be sent last: they and the end of the transaction go out together. */
    write: async <T>(region: number, fn: (tx: Tx) => Promise<{ done: T; last: readonly CompiledQuery[] }>) => {
      const one = await open(region)
      try {
        const { done, last } = await fn(one.tx)
        await Promise.all([...last.map((statement) => one.tx.executeQuery(statement)), one.commit()])
        one.giveBack()
        return done
      } catch (error) {
        await undone(one)
        throw error
      }
    },
    /** Nobody waits for the end of what has only read. */
    read: async <T>(region: number, fn: (tx: Tx) => Promise<T>) => {
      const one = await open(region)
      try {
        const done = await fn(one.tx)
        void one
          .commit()
          .catch(() => {})
          .finally(one.giveBack)
        return done
      } catch (error) {
        await undone(one)
        throw error
      }
    },
    end: () => pool.end(),
  }
}
