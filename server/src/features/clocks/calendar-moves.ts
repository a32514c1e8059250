import type { HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { type Calendar, calendarOf } from '@gongyou/contract/kit/clock/calendar.ts'
import { dueOf } from '@gongyou/contract/kit/clock/due.ts'
import { instantOf } from '@gongyou/contract/kit/clock/instant.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { daysOf } from './calendar.ts'
import { type ClockRow, limitOf, pausesOf } from './row.ts'

/** A change of the calendar: how it was, how it will be, and the stretch in which the two differ. */
export type CalendarShift = { before: Calendar; after: Calendar; from: string; to: string }

/** The change as a whole calendar on both sides; null where no day changes its kind. */
export const shiftOf = async (
  look: Look,
  year: number,
  before: readonly HolidayDay[],
  after: readonly HolidayDay[],
): Promise<CalendarShift | null> => {
  const differing = [before, after].flatMap((days, i) => {
    const others = new Set((i === 0 ? after : before).map((d) => d.on + d.kind))
    return days.filter((d) => !others.has(d.on + d.kind)).map((d) => d.on)
  })
  if (differing.length === 0) return null
  const rest = (await daysOf(look)).filter((d) => !d.on.startsWith(`${year}-`))
  const [from, to] = [differing.reduce((a, b) => (a < b ? a : b)), differing.reduce((a, b) => (a > b ? a : b))]
  return { before: calendarOf([...rest, ...before]), after: calendarOf([...rest, ...after]), from, to }
}

/** Clocks that were never paused fall into few groups: those of one limit, one first day and one due day move together. */
export type Group = Pick<ClockRow, 'duty' | 'amount' | 'unit' | 'direction' | 'roll' | 'extended' | 'due_on'> & {
  start: string
  count: number
  name: Text
}
export type Move<T> = T & { to: string }

/** SQL: running clocks that are counted by the calendar. */
const counted = (region: number) => sql`
  c.region = ${region} and c.stopped_at is null and not c.by_hand and not c.by_hour and (c.unit = 'working_days' or c.roll = 'working_day')`
const unpaused = sql`c.pauses = '[]'::jsonb`

/**
 * SQL: those of them, never paused, that a change between two days can reach. Working days ask for every day between
 * first and last; all others only for the days around the last one (no holiday is longer than a month).
 */
const reached = ({ from, to }: CalendarShift, region: number) => sql`
  ${counted(region)} and ${unpaused} and case
    when c.unit <> 'working_days' then c.due_on between ${from}::date - 31 and ${to}::date + 31
    when c.direction = 'after' then c.due_on >= ${from}::date and c.counted_from < ${instantOf(to)}
    else c.due_on <= ${to}::date and c.counted_from >= ${instantOf(from, 24)} end`
const startDay = sql`(c.counted_from at time zone 'Asia/Shanghai')::date`

const groupsOf = async (look: Look, shift: CalendarShift) => {
  const { rows } = await sql<Group>`
    select c.duty, c.amount, c.unit, c.direction, c.roll, c.extended, c.due_on, ${startDay} as start, count(*) as count
      from clocks.clock c where ${reached(shift, look.region)}
     group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 8, 7, 2, 3, 4, 5, 6`.execute(look.raw)
  return rows
}

/** Where a due day goes: only what this change does counts, not what stood otherwise before. */
const movedTo = (shift: CalendarShift, dueOn: string, countBy: (calendar: Calendar) => string) => {
  const to = countBy(shift.after)
  return to !== dueOn && to !== countBy(shift.before) ? to : null
}

const moving = <T>(rows: readonly T[], toOf: (row: T) => string | null): Move<T>[] =>
  rows.flatMap((row) => {
    const to = toOf(row)
    return to === null ? [] : [{ ...row, to }]
  })

/** The groups that move. Thousands of groups at most, however many clocks there are. */
export const groupMoves = async (look: Look, shift: CalendarShift): Promise<Move<Group>[]> =>
  moving(await groupsOf(look, shift), (g) =>
    movedTo(shift, g.due_on, (calendar) => dueOf({ limit: limitOf(g), start: instantOf(g.start), calendar, extended: g.extended }).on),
  )

/** Clocks that were paused once move one by one. */
export const pausedMoves = async (look: Look, shift: CalendarShift): Promise<Move<ClockRow>[]> => {
  const { rows } =
    await sql<ClockRow>`select c.* from clocks.clock c where ${counted(look.region)} and not ${unpaused} and c.due_on >= ${shift.from}::date order by c.id`.execute(
      look.raw,
    )
  return moving(rows, (row) =>
    movedTo(
      shift,
      row.due_on,
      (calendar) => dueOf({ limit: limitOf(row), start: row.counted_from, calendar, pauses: pausesOf(row), extended: row.extended }).on,
    ),
  )
}

/** The clocks of one moving group, in order; locked where they are to be moved. */
export const clocksIn = async (look: Look, shift: CalendarShift, g: Group, most: number, lock: 'lock' | 'look') => {
  const { rows } = await sql<ClockRow>`
    select c.* from clocks.clock c
     where ${reached(shift, look.region)} and c.duty = ${g.duty} and c.amount = ${g.amount} and c.unit = ${g.unit} and c.direction = ${g.direction}
       and c.roll = ${g.roll} and c.extended = ${g.extended} and c.due_on = ${g.due_on}::date and ${startDay} = ${g.start}::date
     order by c.id limit ${most} ${lock === 'lock' ? sql`for update` : sql``}`.execute(look.raw)
  return rows
}
