import type { Work } from '../../kit/db/database.ts'
import { pauseClock, resumeClock, stopClock } from './change.ts'
import { mayPause } from './row.ts'

type Subject = { kind: string; id: string }

const running = (work: Work, subject: Subject) =>
  work.tx
    .selectFrom('clocks.clock')
    .select(['id', 'unit', 'direction', 'duty'])
    .where('region', '=', work.region)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute()

/** Pauses what can be paused of a record: printed dates and limits before an event go on. */
export const pauseClocksOf = async (work: Work, subject: Subject, given: { because: string; at?: Date }) => {
  for (const clock of await running(work, subject)) if (mayPause(clock)) await pauseClock(work, clock.id, given)
}

export const resumeClocksOf = async (work: Work, subject: Subject, given: { because?: string; at?: Date } = {}) => {
  for (const { id } of await running(work, subject)) await resumeClock(work, id, given)
}

/** Ends all clocks of a record, or those of some duties. */
export const stopClocksOf = async (
  work: Work,
  subject: Subject,
  ending: 'done' | 'cancelled',
  given: { duties?: readonly string[]; at?: Date; because?: string } = {},
) => {
  for (const { id, duty } of await running(work, subject)) if (given.duties?.includes(duty) ?? true) await stopClock(work, id, ending, given)
}
