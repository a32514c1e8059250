import type { Work } from '../../kit/db/database.ts'
import { calendarFor } from './calendar.ts'
import { save } from './change.ts'
import { type ClockRow, countAnew, lockClock, pausesOf } from './row.ts'

const moved = (row: ClockRow, { on, at, uncertain }: ReturnType<typeof countAnew>) => ({
  due_on: on,
  due_at: at > row.due_at ? at : row.due_at,
  uncertain,
})

/**
 * Lets a clock that was stopped run on, when a record is sent back to the step it belonged to: the time between counts as
 * a pause, so what had been used stays used and what was left is left. Gives undefined where there is no such clock.
 */
export const continueClockOf = async (work: Work, subject: { kind: string; id: string }, duty: string, because: string) => {
  const last = await work.tx
    .selectFrom('clocks.clock')
    .select('id')
    .where('region', '=', work.region)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('duty', '=', duty)
    .where('stopped_at', 'is not', null)
    .orderBy('stopped_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const row = await lockClock(work, last.id)
  const pauses = [...pausesOf(row), { from: row.stopped_at!, until: work.at }]
  const calendar = await calendarFor(work)
  // A date given by hand is a promise to somebody outside: it does not move, and one that was printed could not be counted.
  const due = row.by_hand ? {} : moved(row, countAnew(row, pauses, calendar))
  await save(work, row, { ...due, pauses, stopped_at: null, outcome: null }, { kind: 'resumed', because }, calendar)
  return { id: row.id }
}
