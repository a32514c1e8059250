import type { HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { atEndOf } from '@gongyou/contract/kit/clock/due.ts'
import type { Calendar } from '@gongyou/contract/kit/clock/calendar.ts'
import { sql } from 'kysely'
import { later } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { daysOf } from './calendar.ts'
import { draftOf, dropDraft } from './calendar-draft.ts'
import { type CalendarShift, type Group, type Move, clocksIn, groupMoves, pausedMoves, shiftOf } from './calendar-moves.ts'
import { foresee } from './calendar-preview.ts'
import { recordChanges } from './record.ts'
import { type ClockRow, countAnew, pausesOf, speaking } from './row.ts'

/** Setting: clocks moved in one transaction. */
export const moveRound = 2000

const nextOf = (work: Work, row: Move<ClockRow>, calendar: Calendar) => {
  const { on, at } = atEndOf(row.to)
  const pauses = pausesOf(row)
  const { uncertain } = countAnew(row, pauses, calendar)
  const next = { ...row, due_on: on, due_at: at, uncertain }
  const times = speaking(next, pauses, calendar, work.at)
  return { ...next, ...times, next_warning_at: row.paused_at ? null : times.next_warning_at }
}

const moveRows = async (work: Work, rows: readonly Move<ClockRow>[], shift: CalendarShift, because: string) => {
  if (rows.length === 0) return
  const next = rows.map((row) => nextOf(work, row, shift.after))
  const written = next.map(({ id, due_on, due_at, uncertain, warned, soon_at, next_warning_at }) => ({
    id,
    due_on,
    due_at,
    uncertain,
    warned,
    soon_at,
    next_warning_at,
  }))
  await sql`update clocks.clock c
       set due_on = n.due_on, due_at = n.due_at, uncertain = n.uncertain, warned = n.warned, soon_at = n.soon_at, next_warning_at = n.next_warning_at, version = c.version + 1
      from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
        as n(id uuid, due_on date, due_at timestamptz, uncertain int[], warned text[], soon_at timestamptz, next_warning_at timestamptz)
     where c.region = ${work.region} and c.id = n.id`.execute(work.tx)
  // The change itself stands in the audit trail; a line for each clock would say the same two thousand times.
  await recordChanges(
    work,
    next.map((clock, i) => ({ kind: 'moved_by_calendar' as const, clock, because, dueBefore: rows[i]!.due_on })),
    false,
  )
}

const lockPaused = async (work: Work, moves: readonly Move<ClockRow>[], most: number) => {
  const ids = moves.slice(0, most).map((m) => m.id)
  const { rows } =
    await sql<ClockRow>`select * from clocks.clock where region = ${work.region} and id = any(${ids}::uuid[]) order by id for update`.execute(work.tx)
  // Whoever changed one since has counted it by the new calendar already.
  return rows.flatMap((row) => {
    const move = moves.find((m) => m.id === row.id && m.version === row.version)
    return move ? [{ ...row, to: move.to }] : []
  })
}

/** What is to be moved still: found once, then worked off in rounds. */
export type MovePlan = { shift: CalendarShift; because: string; groups: readonly Move<Group>[]; paused: readonly Move<ClockRow>[] }

/** One round of a plan; gives how many moved and what is left. Clocks that have been changed meanwhile are left alone. */
export const moveSome = async (work: Work, plan: MovePlan, most = moveRound): Promise<{ moved: number; left: MovePlan | null }> => {
  const { shift } = plan
  const rows: Move<ClockRow>[] = await lockPaused(work, plan.paused, most)
  const paused = plan.paused.slice(most)
  let groups = plan.groups
  for (const group of plan.groups) {
    const room = most - rows.length
    if (room <= 0 || paused.length > 0) break
    const found = await clocksIn(work, shift, group, room, 'lock')
    rows.push(...found.map((row) => ({ ...row, to: group.to })))
    if (found.length < room) groups = groups.slice(1)
  }
  await moveRows(work, rows, shift, plan.because)
  return { moved: rows.length, left: groups.length + paused.length > 0 ? { ...plan, groups, paused } : null }
}

const replaceDays = async (work: Work, year: number, days: readonly HolidayDay[], source: string) => {
  const before = await daysOf(work, year)
  const sources = new Map(before.map((d) => [d.on + d.kind + d.name, d.source]))
  await work.tx
    .deleteFrom('clocks.holiday')
    .where('region', '=', work.region)
    .where('falls_on', '>=', `${year}-01-01`)
    .where('falls_on', '<=', `${year}-12-31`)
    .execute()
  if (days.length > 0)
    await work.tx
      .insertInto('clocks.holiday')
      .values(
        days.map((d) => ({ region: work.region, falls_on: d.on, kind: d.kind, name: d.name, source: sources.get(d.on + d.kind + d.name) ?? source })),
      )
      .execute()
  return before.map(({ on, kind, name }) => ({ on, kind, name }))
}

/** One editor at a time: a second one waits and then finds that the draft is gone. */
const lockDraft = (work: Work, year: number) =>
  work.tx.selectFrom('clocks.calendar_draft').select('version').where('region', '=', work.region).where('year', '=', year).forUpdate().execute()

/** Applies a draft exactly as it was previewed. Few clocks move at once, many in rounds after the command. */
export const applyDraft = async (work: Work, year: number, digest: string) => {
  await lockDraft(work, year)
  const draft = await draftOf(work, year)
  const foreseen = await foresee(work, year, draft.days)
  if (foreseen.digest !== digest) throw refuse('clocks.preview-stale')
  const id = newId()
  const before = await replaceDays(work, year, draft.days, draft.source)
  const { source, because } = draft
  await work.tx
    .insertInto('clocks.calendar_change')
    .values({
      region: work.region,
      id,
      year,
      source,
      because,
      foreseen: foreseen.count,
      changed_at: work.at,
      changed_by: work.by.personId,
      days_before: JSON.stringify(before),
      days_after: JSON.stringify(draft.days),
    })
    .execute()
  work.ledger.act({ kind: 'calendar.changed', subject: id, data: { year, source, because, foreseen: foreseen.count } })
  await dropDraft(work, year)
  const { shift, groups, paused } = foreseen
  const { moved, left } = shift ? await moveSome(work, { shift, because, groups, paused }) : { moved: 0, left: null }
  const pending = left !== null
  await work.tx
    .insertInto('clocks.calendar_move')
    .values({ region: work.region, change_id: id, moved, finished_at: pending ? null : work.at })
    .execute()
  // Again after two minutes: a command that was under way and still counted by the old calendar has ended by then.
  if (pending) work.ledger.job({ task: 'moveClocks', payload: { change: id } })
  if (shift) work.ledger.job({ task: 'moveClocks', payload: { change: id }, runAt: later(work.at, { minutes: 2 }) })
  return { moved, pending }
}

/** What a change that was applied has left to move; null when nothing. */
export const planOf = async (look: Look, id: string): Promise<MovePlan | null> => {
  const change = await look.db
    .selectFrom('clocks.calendar_change')
    .selectAll()
    .where('region', '=', look.region)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!change) return null
  // After a later change of the same year the clocks still move to where they belong now.
  const now = (await daysOf(look, change.year)).map((d) => ({ on: d.on, kind: d.kind, name: d.name }))
  const shift = await shiftOf(look, change.year, change.days_before as HolidayDay[], now)
  if (!shift) return null
  return { shift, because: change.because, groups: await groupMoves(look, shift), paused: await pausedMoves(look, shift) }
}

/** Goes on with a change in one transaction, and notes when nothing is left. */
export const goOn = async (work: Work, id: string, plan: MovePlan | null) => {
  const { moved, left } = plan ? await moveSome(work, plan) : { moved: 0, left: null }
  await work.tx
    .updateTable('clocks.calendar_move')
    .set((e) => ({ moved: e('moved', '+', moved), ...(left === null ? { finished_at: work.at } : {}) }))
    .where('region', '=', work.region)
    .where('change_id', '=', id)
    .execute()
  return left
}
