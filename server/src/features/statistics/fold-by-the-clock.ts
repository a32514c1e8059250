import { system } from '../../kit/actor.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { newId } from '../../kit/ids.ts'
import { fold } from '../../kit/ledger/fold.ts'

/** Months whose facts changed are counted again; a second time finds nothing to do. */
export const statisticsTasks: Tasks = {
  foldFigures: async (_, { db, setup }) => {
    const call = { region: setup.region, by: system, operation: 'foldFigures', request: newId() }
    while ((await db.write(call, (work) => fold(work.tx, work.region, work.at))) > 0);
  },
}
export const statisticsSchedule: readonly Scheduled[] = [{ task: 'foldFigures', cron: '* * * * *' }]
