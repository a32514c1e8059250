import { sql } from 'kysely'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'

/**
 * A change of the calendar moves clocks, many at a time and without asking the cases; this brings the dates by which the
 * queues are sorted after them. Only cases whose date differs are written, so a second run changes nothing.
 */
const followClocks: Tasks[string] = async (_, { db, setup }) => {
  const call = { region: setup.region, by: system, operation: 'followClocks', request: newId() }
  await db.write(call, async (work) => {
    await sql`
      with due as (
        select subject_id as id, min(due_on) as due_on from clocks.clock
         where region = ${work.region} and subject_kind = 'case' and stopped_at is null group by subject_id
      ), moved as (
        update cases.matter m set due_on = due.due_on from due
         where m.region = ${work.region} and m.id = due.id and m.closed_at is null and m.due_on is distinct from due.due_on
        returning m.id, m.due_on
      )
      update cases.seat s set due_on = moved.due_on from moved where s.region = ${work.region} and s.case_id = moved.id`.execute(work.tx)
  })
}

export const casesTasks: Tasks = { followClocks }
export const casesSchedule: readonly Scheduled[] = [{ task: 'followClocks', cron: '*/10 * * * *' }]
