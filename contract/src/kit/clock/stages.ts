import type { Calendar } from './calendar.ts'
import { workingDayFrom } from './calendar.ts'
import { type Pause, afterPauses } from './due.ts'
import { civilDayOf, instantOf } from './instant.ts'

/** When a clock speaks up: shares of the time used, the working day before, the day itself, and when it is over. */
export type WarnPoint = `${number}%` | 'day_before' | 'due_day' | 'overdue'
export type Stage = { readonly point: WarnPoint; readonly at: Date }

export const usualWarnings: readonly WarnPoint[] = ['50%', '80%', 'day_before', 'due_day', 'overdue']

export const isWarnPoint = (text: string): text is WarnPoint =>
  text === 'day_before' || text === 'due_day' || text === 'overdue' || /^[1-9]\d?%$/.test(text)

/** Nobody is disturbed between eight in the evening and half past seven: days speak at eight in the morning. */
const morning = 8

export type Running = {
  readonly start: Date
  readonly due: { readonly on: string; readonly at: Date }
  /** The limit ends at a minute and not with a day: then it speaks at the minute. */
  readonly byHour: boolean
  readonly calendar: Calendar
  readonly pauses?: readonly Pause[]
}

const shareUsed = ({ start, due, byHour, pauses = [] }: Running, share: number) => {
  const ended = pauses.filter((p) => p.until !== null)
  const paused = ended.reduce(
    (sum, p) => sum + Math.max(0, Math.min(p.until!.getTime(), due.at.getTime()) - Math.max(p.from.getTime(), start.getTime())),
    0,
  )
  const at = afterPauses(start, Math.max(0, due.at.getTime() - start.getTime() - paused) * share, ended)
  return byHour ? at : instantOf(civilDayOf(at), morning)
}

const instantOfPoint = (running: Running, point: WarnPoint): Date => {
  const { due, byHour, calendar } = running
  if (point === 'day_before') return instantOf(workingDayFrom(calendar, due.on, -1), morning)
  if (point === 'due_day') return instantOf(due.on, morning)
  if (point === 'overdue') return byHour ? due.at : new Date(due.at.getTime() + morning * 3_600_000)
  return shareUsed(running, Number(point.slice(0, -1)) / 100)
}

/** The stages of a clock in order of time. What would fall before the start, or together with a more urgent one, is left out. */
export const stagesOf = (running: Running, warn: readonly WarnPoint[]): Stage[] => {
  const { start, due } = running
  const all = warn
    .map((point) => ({ point, at: instantOfPoint(running, point) }))
    .filter(({ point, at }) => point === 'overdue' || (at > start && at < due.at))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || urgency(a.point) - urgency(b.point))
  return all.filter((s, i) => all[i + 1]?.at.getTime() !== s.at.getTime())
}

const urgency = (point: WarnPoint) =>
  point === 'overdue' ? 300 : point === 'due_day' ? 200 : point === 'day_before' ? 150 : Number(point.slice(0, -1))

/** From when on a clock counts as due soon: four fifths used, or the working day before. */
export const soonFrom = (running: Running): Date => {
  const [share, before] = [shareUsed(running, 0.8), instantOfPoint(running, 'day_before')]
  return share < before ? share : before
}
