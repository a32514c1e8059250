import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import { later } from '../../kit/clock.ts'
import type { Look } from '../../kit/db/database.ts'
import { firstIdAt, newId } from '../../kit/ids.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { fold } from '../../kit/ledger/fold.ts'

/** Months whose facts changed are counted again; a second time finds nothing to do. */
const foldFigures: Tasks[string] = async (_, { db, setup }) => {
  const call = { region: setup.region, by: system, operation: 'foldFigures', request: newId() }
  while ((await db.write(call, (work) => fold(work.tx, work.region, work.at))) > 0);
}

/** So many commands that moved figures within a quarter of a minute are a rush; it has the machine to itself for five minutes at most. */
const rush = 20

/** While hundreds sign up, what was counted now would be stale the moment after; until it is, figures are counted fact by fact. */
const isRush = async ({ raw, region, at }: Look) => {
  const { rows } = await sql<{ fresh: number; oldest: string | null }>`
    select (select count(*)::int from (select 1 from ledger.stale where region = ${region} and id >= ${firstIdAt(later(at, { minutes: -0.25 }))}::uuid limit ${rush}) s) as fresh,
           (select id from ledger.stale where region = ${region} order by id limit 1) as oldest`.execute(raw)
  const { fresh, oldest } = rows[0]!
  return fresh >= rush && oldest !== null && oldest > firstIdAt(later(at, { minutes: -5 }))
}

export const statisticsTasks: Tasks = {
  foldFigures,
  foldWhenQuiet: async (payload, given) => {
    const { db, setup } = given
    if (!(await db.read({ region: setup.region, by: system }, isRush))) await foldFigures(payload, given)
  },
}
export const statisticsSchedule: readonly Scheduled[] = [{ task: 'foldWhenQuiet', cron: '* * * * *' }]
