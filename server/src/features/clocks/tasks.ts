import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { goOn, planOf } from './calendar-apply.ts'
import { warnOfMissingYear } from './empty-year.ts'
import type { SubjectPeople } from './recipients.ts'
import { sweepClocks, sweepRound } from './sweep.ts'

/** Setting: how many clocks one run may let speak, so that it ends before the next begins. */
const perRun = 20_000

export const clocksTasks = (people: SubjectPeople): Tasks => ({
  sweepClocks: async (_, { db, setup }) => {
    for (let done = 0; done < perRun;) {
      const spoke = await db.write({ region: setup.region, by: system, operation: 'sweepClocks', request: newId() }, (work) =>
        sweepClocks(work, sweepRound, people),
      )
      if (spoke < sweepRound) return
      done += spoke
    }
  },
  moveClocks: async ({ change }, { db, setup }) => {
    const call = { region: setup.region, by: system, operation: 'moveClocks', request: newId() }
    let plan = await db.read(call, (look) => planOf(look, String(change)))
    do plan = await db.write(call, (work) => goOn(work, String(change), plan))
    while (plan)
  },
  warnOfMissingYear: async (_, { db, setup }) =>
    void (await db.write({ region: setup.region, by: system, operation: 'warnOfMissingYear', request: newId() }, warnOfMissingYear)),
})

export const clocksSchedule: readonly Scheduled[] = [
  { task: 'sweepClocks', cron: '*/2 * * * *' },
  { task: 'warnOfMissingYear', cron: '10 0 * * *' },
]
