import { daysBetween } from '../kit/civil-date.ts'

export type Course = {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly aim: number
  readonly value: number | null
  /** What came in the last so many days: the pace that the forecast goes on at. */
  readonly recent: { readonly value: number; readonly days: number } | null
}
export type Standing = 'reached' | 'on-course' | 'behind' | 'missed' | 'not-begun'

const share = (n: number) => Math.round(n * 1000) / 10

/** Progress of a target, and where it ends if it goes on at its pace. What is reached stays reached; what is over and short is missed. */
export const courseOf = ({ from, to, today, aim, value, recent }: Course) => {
  const whole = daysBetween(from, to) + 1
  const gone = Math.min(whole, Math.max(0, daysBetween(from, today) + 1))
  const left = whole - gone
  const forecast = value === null || recent === null ? null : Math.max(value, Math.round(value + (recent.value / Math.max(recent.days, 1)) * left))
  const standing: Standing =
    gone === 0
      ? 'not-begun'
      : value !== null && value >= aim
        ? 'reached'
        : left === 0
          ? 'missed'
          : (forecast ?? (value ?? 0) * (whole / gone)) >= aim
            ? 'on-course'
            : 'behind'
  return { progress: value === null ? null : share(value / aim), elapsed: share(gone / whole), forecast, standing }
}
