import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { type Engine, newestOf, openCase, rootOf } from '../../cases/index.ts'
import { type Plan, isIn, knownAmong } from './plan.ts'

/** So many are one transaction, and so many one request: a long list is sent again until nothing is left. */
const atOnce = 20
const perRequest = 100

type Write = <T>(fn: (work: Work) => Promise<T>) => Promise<T>

const enterSome = async (work: Work, engine: Engine, rows: Plan['fresh']) => {
  // Two officers who send the same list wait for each other, and the second finds the orders known.
  await sql`select pg_advisory_xact_lock(${work.region}, 70)`.execute(work.tx)
  const known = await knownAmong(work, rows)
  const { service } = await newestOf(work, hotlineOrder.code)
  const org = await rootOf(work)
  for (const row of rows) if (!isIn(known, row)) await openCase(work, engine, { service, org, answers: row.answers, channel: 'import' })
}

/** Enters the first of the new orders, a few in each transaction; returns how many of the list are done. */
export const enterOrders = async (write: Write, engine: Engine, { fresh }: Plan) => {
  const now = fresh.slice(0, perRequest)
  for (let i = 0; i < now.length; i += atOnce) await write((work) => enterSome(work, engine, now.slice(i, i + atOnce)))
  return now.length
}
