import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { fillRound, openRound, unopened } from './rounds.ts'

export const returnsTasks: Tasks = {
  openReturns: async (_, { db, setup }) => {
    const call = { region: setup.region, by: system, operation: 'openReturns', request: newId() }
    for (const { form, period, begun } of await db.read(call, unopened)) if (begun) await db.write(call, (work) => openRound(work, form, period))
  },
  fillReturnRound: async ({ round }, { db, setup }) => {
    const call = { region: setup.region, by: system, operation: 'fillReturnRound', request: newId() }
    while (await db.write(call, (work) => fillRound(work, String(round))));
  },
}

/** Ten past midnight in Shanghai: a form that was opened once goes on by itself as soon as its next period has ended. */
export const returnsSchedule: readonly Scheduled[] = [{ task: 'openReturns', cron: '10 16 * * *' }]
