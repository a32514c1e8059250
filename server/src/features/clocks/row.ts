import type { Calendar } from '@gongyou/contract/kit/clock/calendar.ts'
import { type Due, type Pause, dueOf } from '@gongyou/contract/kit/clock/due.ts'
import type { Limit, LimitUnit } from '@gongyou/contract/kit/clock/limit.ts'
import { type WarnPoint, isWarnPoint, soonFrom, stagesOf } from '@gongyou/contract/kit/clock/stages.ts'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../kit/db/database.ts'
import type { Tables } from '../../kit/db/tables.ts'
import { refuse } from '../../kit/refuse.ts'

export type ClockRow = Selectable<Tables['clocks.clock']>

const Pauses = z.array(z.object({ from: z.coerce.date(), until: z.coerce.date().nullable() }))
export const pausesOf = (row: Pick<ClockRow, 'pauses'>): Pause[] => Pauses.parse(row.pauses)

export const limitOf = (row: Pick<ClockRow, 'amount' | 'unit' | 'direction' | 'roll'>): Limit => ({
  amount: row.amount,
  unit: row.unit as LimitUnit,
  direction: row.direction as Limit['direction'],
  roll: row.roll as Limit['roll'],
})
export const warnOf = (row: Pick<ClockRow, 'warn'>): WarnPoint[] => row.warn.filter(isWarnPoint)

/** What a clock is counted from, stored or about to be. */
export type Counted = Pick<ClockRow, 'amount' | 'unit' | 'direction' | 'roll' | 'counted_from' | 'extended'>

/** Counts a clock anew. Only for dates that are counted and not given by hand. */
export const countAnew = (row: Counted, pauses: readonly Pause[], calendar: Calendar): Due =>
  dueOf({ limit: limitOf(row), start: row.counted_from, calendar, pauses, extended: row.extended })

type Timed = Pick<ClockRow, 'began_at' | 'by_hour' | 'warn' | 'warned' | 'due_on' | 'due_at'>

/** The stages of a clock as they lie now. */
export const stagesOfRow = (row: Timed, pauses: readonly Pause[], calendar: Calendar) =>
  stagesOf({ start: row.began_at, due: { on: row.due_on, at: row.due_at }, byHour: row.by_hour, calendar, pauses }, warnOf(row))

/**
 * When a clock speaks next. A stage already spoken is silent for good unless its date has moved into the future again.
 */
export const speaking = (row: Timed, pauses: readonly Pause[], calendar: Calendar, now: Date) => {
  const stages = stagesOfRow(row, pauses, calendar)
  const later = new Set(stages.filter((s) => s.at > now).map((s) => s.point))
  const warned = row.warned.filter((point) => !later.has(point as WarnPoint))
  const running = { start: row.began_at, due: { on: row.due_on, at: row.due_at }, byHour: row.by_hour, calendar, pauses }
  return { warned, next_warning_at: stages.find((s) => !warned.includes(s.point))?.at ?? null, soon_at: soonFrom(running) }
}

/** The clock, locked until the end of the command. */
export const lockClock = async (work: Work, id: string): Promise<ClockRow> => {
  const row = await work.tx
    .selectFrom('clocks.clock')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** A printed date stands as it stands, and a limit before an event cannot wait. */
export const mayPause = (row: Pick<ClockRow, 'unit' | 'direction'>) => row.unit !== 'as_printed' && row.direction === 'after'
