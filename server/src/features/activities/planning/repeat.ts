import type { Repeat } from '@gongyou/contract/activities/office.ts'
import type { SessionInput } from '@gongyou/contract/activities/shapes.ts'
import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import type { z } from 'zod'
import { dayOf } from '../../../kit/clock.ts'

export type NewSession = z.output<typeof SessionInput>
type Repetition = z.output<typeof Repeat>

const day = 86_400_000

/** The same session so many days later; Shanghai has no summer time, so the hour stays. */
export const movedBy = <S extends { startsAt: string; endsAt: string }>(session: S, days: number): S => ({
  ...session,
  startsAt: new Date(new Date(session.startsAt).getTime() + days * day).toISOString(),
  endsAt: new Date(new Date(session.endsAt).getTime() + days * day).toISOString(),
})

/** The same day of a later month, or the last one of a month that has no such day. */
const monthsOn = (date: string, months: number) => {
  const [year, month, of] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(of, last)).padStart(2, '0')}`
}

/** All sessions of a plan: those that are written out, the first of them repeated. */
export const repeated = (sessions: readonly NewSession[], repeat: Repetition | undefined): NewSession[] => {
  const [first, ...rest] = sessions
  if (!first || !repeat) return [...sessions]
  const from = dayOf(new Date(first.startsAt))
  const days =
    'days' in repeat
      ? repeat.days
      : [...Array(repeat.times).keys()].slice(1).map((n) => {
          if (repeat.every === 'month') return monthsOn(from, n)
          return addDays(from, n * { day: 1, week: 7, 'two-weeks': 14 }[repeat.every])
        })
  const again = [...new Set(days)].filter((d) => d !== from).map((d) => movedBy(first, daysBetween(from, d)))
  return [first, ...again, ...rest].sort((a, b) => new Date(a.startsAt).getTime() - new Date(b.startsAt).getTime())
}
