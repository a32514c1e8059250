import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import type { Calendar } from '@gongyou/contract/kit/clock/calendar.ts'
import { dueStateOf, leftOf } from '@gongyou/contract/kit/clock/left.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { calendarFor } from './calendar.ts'
import { type ClockRow, limitOf, mayPause } from './row.ts'

/** A clock as lists and pages show it. */
export const viewOf = (row: ClockRow, calendar: Calendar, now: Date): DueView => {
  const outcome = row.outcome as 'met' | 'missed' | 'cancelled' | null
  const due = { on: row.due_on, at: row.due_at }
  const state = dueStateOf({ dueOn: due.on, dueAt: due.at, soonAt: row.soon_at, paused: row.paused_at !== null, outcome }, now)
  const runs = outcome === null && state !== 'paused'
  return {
    id: row.id,
    duty: row.duty,
    name: row.name as Text,
    dueOn: due.on,
    dueAt: row.by_hour ? due.at.toISOString() : null,
    state,
    left: runs ? leftOf(due, limitOf(row).unit, row.by_hour, now, calendar) : null,
    uncertain: outcome === null ? row.uncertain.filter((year) => !calendar.knows(year)) : [],
    mayPause: runs && mayPause(row),
    mayExtend: runs && state !== 'overdue' && row.direction === 'after' ? Math.max(0, (row.extension ?? 0) - row.extended) : 0,
  }
}

/** The next day on which something of a record is due; null where nothing runs. */
export const nearestDue = async (look: Look, subject: { kind: string; id: string }) =>
  (
    await look.db
      .selectFrom('clocks.clock')
      .select('due_on')
      .where('region', '=', look.region)
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where('stopped_at', 'is', null)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst()
  )?.due_on ?? null

/** Whether a clock runs or rests: it has not ended. */
export const isRunning = ({ state }: Pick<DueView, 'state'>) => state !== 'met' && state !== 'missed' && state !== 'cancelled'

/** The clocks of some records: the running ones first, the earliest of them in front. Records without clocks are not in the map. */
export const clocksOf = async (look: Look, subjectIds: readonly string[]): Promise<Map<string, DueView[]>> => {
  const found = new Map<string, DueView[]>()
  if (subjectIds.length === 0) return found
  const rows = await look.db
    .selectFrom('clocks.clock')
    .selectAll()
    .where('region', '=', look.region)
    .where('subject_id', '=', anyOf(subjectIds))
    .orderBy((e) => e.case().when('stopped_at', 'is', null).then(0).else(1).end())
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  const calendar = rows.length > 0 ? await calendarFor(look) : undefined
  for (const row of rows) found.set(row.subject_id, [...(found.get(row.subject_id) ?? []), viewOf(row, calendar!, look.at)])
  return found
}
