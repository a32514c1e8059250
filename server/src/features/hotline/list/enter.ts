import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { type Engine, desksOfRole, newestOf, openCase, peopleAt, rootOf } from '../../cases/index.ts'
import { tellAll } from '../../notices/index.ts'
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
  for (const row of rows) if (!isIn(known, row)) await openCase(work, engine, { service, org, answers: row.answers, channel: 'import', quiet: true })
}

/** One message for a list, however long: the others of the office hear that there is something to assign. */
const tellOffice = async (work: Work) => {
  const { service } = await newestOf(work, hotlineOrder.code)
  const { office } = service.roles
  if (!office) return
  const { waiting } = await work.db
    .selectFrom('cases.matter')
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where('region', '=', work.region)
    .where('service', '=', service.code)
    .where('state', '=', service.begins)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const people = await peopleAt(work, await desksOfRole(work, office, (await rootOf(work)).id))
  const message = {
    kind: 'case.work',
    title: { zh: '新导入了热线工单', en: 'Hotline orders were imported' },
    body: { zh: `现有 ${waiting} 张待派。`, en: `${waiting} wait to be assigned.` },
    link: `/console/hotline?state=${service.begins}`,
  }
  await tellAll(
    work,
    people.filter((person) => person !== work.by.personId),
    message,
  )
}

/** Enters the first of the new orders, a few in each transaction; returns how many of the list are done. */
export const enterOrders = async (write: Write, engine: Engine, { fresh }: Plan) => {
  const now = fresh.slice(0, perRequest)
  for (let i = 0; i < now.length; i += atOnce) await write((work) => enterSome(work, engine, now.slice(i, i + atOnce)))
  if (now.length > 0 && now.length === fresh.length) await write(tellOffice)
  return now.length
}
