import { type CivilDate } from '@gongyou/contract/kit/civil-date.ts'
import type { Calendar } from '@gongyou/contract/kit/clock/calendar.ts'
import { type Pause, atEndOf, movedByPause } from '@gongyou/contract/kit/clock/due.ts'
import { civilDayOf } from '@gongyou/contract/kit/clock/instant.ts'
import { extensionUnit, unitWords } from '@gongyou/contract/kit/clock/limit.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { calendarFor } from './calendar.ts'
import { type ClockChange, recordChanges } from './record.ts'
import { type ClockRow, countAnew, lockClock, mayPause, pausesOf, speaking } from './row.ts'
import type { Addressee } from './start.ts'

/** What a command changes of a clock. */
type Changed = Partial<
  Pick<
    ClockRow,
    | 'extended'
    | 'due_on'
    | 'due_at'
    | 'by_hand'
    | 'by_hour'
    | 'uncertain'
    | 'paused_at'
    | 'stopped_at'
    | 'outcome'
    | 'owner_account_id'
    | 'owner_right'
    | 'organisation_id'
  >
> & { pauses?: Pause[] }

export const save = async (work: Work, row: ClockRow, changed: Changed, entry: ClockChange, calendar?: Calendar) => {
  const pauses = changed.pauses ?? pausesOf(row)
  const next = { ...row, ...changed, version: row.version + 1 }
  const silent = next.stopped_at !== null || next.paused_at !== null
  const times = silent ? { next_warning_at: null } : speaking(next, pauses, calendar ?? (await calendarFor(work)), work.at)
  const moved = next.due_at.getTime() !== row.due_at.getTime()
  await work.tx
    .updateTable('clocks.clock')
    .set({ ...changed, pauses: JSON.stringify(pauses), ...times, version: next.version })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  await recordChanges(work, [{ ...entry, clock: next, ...(moved ? { dueBefore: row.due_on } : {}) }])
}

const lockRunning = async (work: Work, id: string) => {
  const row = await lockClock(work, id)
  if (row.stopped_at) throw refuse('clocks.stopped')
  return row
}

/** No clock moves to an earlier date by itself: not by a pause that ends, not by an extension. */
const neverEarlier = (row: ClockRow, due: Pick<ClockRow, 'due_on' | 'due_at'>) =>
  due.due_at < row.due_at ? { due_on: row.due_on, due_at: row.due_at } : due

const recounted = (row: ClockRow, pauses: Pause[], extended: number, calendar: Calendar) => {
  const { on, at, uncertain } = countAnew({ ...row, extended }, pauses, calendar)
  return { ...neverEarlier(row, { due_on: on, due_at: at }), uncertain }
}

/** Stops the count for a while. A clock that stands already stays as it is. */
export const pauseClock = async (work: Work, id: string, given: { because: string; at?: Date }) => {
  const row = await lockRunning(work, id)
  if (!mayPause(row)) throw refuse('clocks.cannot-pause')
  if (row.paused_at) return
  const from = given.at ?? work.at
  const paused = { paused_at: from, pauses: [...pausesOf(row), { from, until: null }] }
  await save(work, row, paused, { kind: 'paused', because: given.because })
}

/** Lets the clock run again: the day on which it resumes counts, the days it stood do not. */
export const resumeClock = async (work: Work, id: string, given: { because?: string; at?: Date } = {}) => {
  const row = await lockRunning(work, id)
  if (!row.paused_at) return
  const until = given.at && given.at > row.paused_at ? given.at : work.at
  const pauses = pausesOf(row).map((p) => (p.until === null ? { from: p.from, until } : p))
  const calendar = await calendarFor(work)
  const due = row.by_hand ? shiftedBy(row, row.paused_at, until) : recounted(row, pauses, row.extended, calendar)
  await save(work, row, { ...due, paused_at: null, pauses }, { kind: 'resumed', because: given.because ?? '' }, calendar)
}

/** A date once given by hand moves by the length of the pause. */
const shiftedBy = (row: ClockRow, from: Date, until: Date) => {
  // A pause that began when the time was over already takes nothing away.
  if (from >= row.due_at) return {}
  if (row.by_hour) {
    const at = new Date(row.due_at.getTime() + Math.max(0, until.getTime() - from.getTime()))
    return { due_on: civilDayOf(at), due_at: at }
  }
  const { on, at } = atEndOf(movedByPause(row.due_on, from, until))
  return { due_on: on, due_at: at }
}

const tooLong = (row: ClockRow, limit: number) => {
  const { zh, en } = unitWords[extensionUnit(limitUnitOf(row))]
  const left = limit - row.extended
  return refuse('clocks.extension-too-long', {
    says: {
      zh: `最多可延长 ${limit} ${zh}，已延长 ${row.extended} ${zh}，本次最多再延 ${left} ${zh}`,
      en: `It may be extended by ${limit} ${en} in all; ${row.extended} used, ${left} left`,
    },
    fields: [{ path: 'amount', message: `最多 ${left}` }],
  })
}
const limitUnitOf = (row: ClockRow) => (row.unit === 'working_days' || row.unit === 'hours' ? row.unit : 'calendar_days')

/** Extends the limit within what the rule allows, while it has not run out. */
export const extendClock = async (work: Work, id: string, given: { amount: number; because: string; version?: number }) => {
  const row = await lockRunning(work, id)
  if (given.version !== undefined && given.version !== row.version) throw refuse('record.changed')
  if (row.extension === null || row.direction === 'before') throw refuse('clocks.not-extendable')
  if (!Number.isInteger(given.amount) || given.amount < 1)
    throw refuse('request.invalid', { fields: [{ path: 'amount', message: '请填写大于 0 的整数' }] })
  if (row.extended + given.amount > row.extension) throw tooLong(row, row.extension)
  if (row.paused_at === null && work.at >= row.due_at) throw refuse('clocks.already-over')
  const calendar = await calendarFor(work)
  const extended = row.extended + given.amount
  // From a date given by hand the extension is counted on from that date.
  const due = row.by_hand ? extendedByHand(row, given.amount, calendar) : recounted(row, pausesOf(row), extended, calendar)
  await save(work, row, { ...due, extended }, { kind: 'extended', because: given.because, amount: given.amount }, calendar)
}

const extendedByHand = (row: ClockRow, amount: number, calendar: Calendar) => {
  const unit = limitUnitOf(row)
  const start = row.by_hour ? row.due_at : new Date(row.due_at.getTime() - 1)
  const { on, at, uncertain } = countAnew({ ...row, amount, unit, counted_from: start, extended: 0 }, [], calendar)
  // Days are added, and the time of day that was given stays.
  const early = row.by_hour && unit !== 'hours' ? atEndOf(row.due_on).at.getTime() - row.due_at.getTime() : 0
  return { ...neverEarlier(row, { due_on: on, due_at: new Date(at.getTime() - early) }), uncertain }
}

/** Gives the date by hand, for a reason: the only way besides a change of the calendar to make it earlier. */
export const setClockByHand = async (work: Work, id: string, given: { due: CivilDate | Date; because: string; version?: number }) => {
  const row = await lockRunning(work, id)
  if (given.version !== undefined && given.version !== row.version) throw refuse('record.changed')
  const due = typeof given.due === 'string' ? atEndOf(given.due) : { on: civilDayOf(given.due), at: given.due }
  if (due.at < row.began_at) throw refuse('clocks.date-too-early')
  const byHand = { due_on: due.on, due_at: due.at, by_hour: typeof given.due !== 'string', by_hand: true, uncertain: [] }
  await save(work, row, byHand, { kind: 'set_by_hand', because: given.because })
}

/** Gives the clock to somebody else, in another organisation if need be. */
export const handClock = async (work: Work, id: string, given: { owner: Addressee; organisation?: string; because?: string }) => {
  const row = await lockRunning(work, id)
  const to = {
    owner_account_id: given.owner.account ?? null,
    owner_right: given.owner.right ?? null,
    organisation_id: given.organisation ?? row.organisation_id,
  }
  if (to.owner_account_id === row.owner_account_id && to.owner_right === row.owner_right && to.organisation_id === row.organisation_id) return
  await save(work, row, to, { kind: 'handed', because: given.because ?? '' })
}

/** Ends a clock. Whether it was met follows from the time; a second ending changes nothing. */
export const stopClock = async (work: Work, id: string, ending: 'done' | 'cancelled', given: { at?: Date; because?: string } = {}) => {
  const row = await lockClock(work, id)
  if (row.stopped_at) return
  const at = given.at ?? work.at
  // Whoever was paused in time has not missed anything.
  const reached = row.paused_at && row.paused_at < at ? row.paused_at : at
  const outcome = ending === 'cancelled' ? 'cancelled' : reached < row.due_at ? 'met' : 'missed'
  const pauses = pausesOf(row).map((p) => (p.until === null ? { from: p.from, until: at } : p))
  await save(work, row, { stopped_at: at, outcome, paused_at: null, pauses }, { kind: 'stopped', because: given.because ?? '' })
}
