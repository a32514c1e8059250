import type { Answers } from '../forms/index.ts'
import { addDays } from '../kit/civil-date.ts'
import { monthsLater } from '../kit/clock/months.ts'
import { type Register, endingDays } from './register.ts'

/** First and last day, both included; without a last day it goes on. */
export type Span = { from: string; to: string | null }

const day = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The days on which an entry with these answers is valid. `given` are days named beside the form, `fallback` the day of entry. */
export const spanOf = (
  register: Register,
  answers: Answers,
  given: { from?: string | undefined; to?: string | undefined },
  fallback: string,
): Span => {
  const { validity } = register
  const from = (validity?.from && day(answers[validity.from])) ?? given.from ?? fallback
  if (!validity) return { from, to: given.to ?? null }
  if ('to' in validity) return { from, to: day(answers[validity.to]) ?? given.to ?? null }
  const until = monthsLater(from, validity.months)
  return { from, to: given.to ?? (until.clipped ? until.on : addDays(until.on, -1)) }
}

/** A renewal that follows on, or begins earlier, lengthens the time of validity; after a gap a new one begins. */
export const renewedSpan = (before: Span, next: Span): Span =>
  before.to !== null && next.from > addDays(before.to, 1) ? next : { from: before.from < next.from ? before.from : next.from, to: next.to }

/** The first day on which an entry may be renewed; null where nothing bounds it. */
export const renewableFrom = ({ validity }: Register, span: Span): string | null =>
  validity?.renewOpensMonths && span.to ? monthsLater(addDays(span.to, 1), -validity.renewOpensMonths).on : null

export type EntryState = 'upcoming' | 'valid' | 'ending' | 'expired' | 'ended'

/** Where an entry stands on a day. */
export const stateOf = (entry: Span & { endedOn: string | null }, today: string): EntryState => {
  if (entry.endedOn) return 'ended'
  if (entry.to !== null && entry.to < today) return 'expired'
  if (entry.from > today) return 'upcoming'
  return entry.to !== null && entry.to <= addDays(today, endingDays) ? 'ending' : 'valid'
}
