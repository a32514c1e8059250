import type pg from 'pg'
import { isAway } from '../db/away.ts'

/** PostgreSQL's own word for "not now": the one code of a lost connection after which the queue asks again. */
const notNow = '57P03'

const inItsWords = (error: unknown): never => {
  throw isAway(error) && error instanceof Error ? Object.assign(error, { code: notNow }) : error
}
const translated = (answer: unknown) => (answer instanceof Promise ? answer.catch(inItsWords) : answer)

/**
 * The queue reports each job's end without waiting for the answer, and asks again only after codes it knows as passing.
 * A connection that breaks in that moment was none of them: it became a rejection nobody heard, and ended the process.
 */
export const patient = (pool: pg.Pool) => {
  const connect = pool.connect.bind(pool)
  pool.on('connect', (client) => {
    const ask: (...given: unknown[]) => unknown = client.query.bind(client)
    Object.assign(client, { query: (...given: unknown[]) => translated(ask(...given)) })
  })
  return Object.assign(pool, {
    connect: (...given: [] | [done: Parameters<typeof connect>[0]]) => (given[0] ? connect(given[0]) : translated(connect())),
  })
}
