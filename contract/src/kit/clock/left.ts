import { addDays, type CivilDate, daysBetween } from '../civil-date.ts'
import { type Calendar, isWorkingDay } from './calendar.ts'
import { civilDayOf } from './instant.ts'
import type { LimitUnit } from './limit.ts'

export type LeftUnit = 'working_days' | 'calendar_days' | 'hours'
/** How much time is left; negative when it is over. */
export type Left = { amount: number; unit: LeftUnit }

const workingDaysBetween = (calendar: Calendar, from: CivilDate, to: CivilDate) => {
  let days = 0
  for (let on = from; on < to;) {
    on = addDays(on, 1)
    if (isWorkingDay(calendar, on)) days++
  }
  return days
}

/** Time left as the limit itself is counted: working days, hours, or plain days. */
export const leftOf = (due: { on: CivilDate; at: Date }, unit: LimitUnit, byHour: boolean, now: Date, calendar: Calendar): Left => {
  if (byHour) {
    const hours = (due.at.getTime() - now.getTime()) / 3_600_000
    return { amount: hours >= 0 ? Math.ceil(hours) : Math.floor(hours), unit: 'hours' }
  }
  const today = civilDayOf(now)
  if (unit !== 'working_days') return { amount: daysBetween(today, due.on), unit: 'calendar_days' }
  // On a weekend after the last day no working day has passed yet, and the limit is over all the same.
  const amount = today <= due.on ? workingDaysBetween(calendar, today, due.on) : -Math.max(1, workingDaysBetween(calendar, due.on, today))
  return { amount, unit: 'working_days' }
}

export type DueState = 'calm' | 'soon' | 'today' | 'overdue' | 'paused' | 'met' | 'missed' | 'cancelled'

/** The one word that gives a clock its colour. */
export const dueStateOf = (
  clock: { dueOn: CivilDate; dueAt: Date; soonAt: Date; paused: boolean; outcome: 'met' | 'missed' | 'cancelled' | null },
  now: Date,
): DueState => {
  if (clock.outcome) return clock.outcome
  if (clock.paused) return 'paused'
  if (now >= clock.dueAt) return 'overdue'
  if (civilDayOf(now) === clock.dueOn) return 'today'
  return now >= clock.soonAt ? 'soon' : 'calm'
}
