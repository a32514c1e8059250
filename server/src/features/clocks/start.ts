import type { RuleCode } from '@gongyou/contract/clocks/rules.ts'
import type { CivilDate } from '@gongyou/contract/kit/civil-date.ts'
import type { Calendar } from '@gongyou/contract/kit/clock/calendar.ts'
import { atEndOf } from '@gongyou/contract/kit/clock/due.ts'
import { civilDayOf, instantOf } from '@gongyou/contract/kit/clock/instant.ts'
import type { Limit } from '@gongyou/contract/kit/clock/limit.ts'
import { type WarnPoint, usualWarnings } from '@gongyou/contract/kit/clock/stages.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { calendarFor } from './calendar.ts'
import { recordChanges } from './record.ts'
import { countAnew, speaking } from './row.ts'
import { ruleOn } from './rules.ts'

/** One account, or whoever has the right in the organisation; with both, the right stands in where the account is closed. */
export type Addressee = { account: string; right?: Right } | { account?: undefined; right: Right }

/** A limit that stands in no rule: set by a plan, an agreement, a procedure of its own. */
export type OwnLimit = Limit & { name: Text; extension?: number | null; warn?: readonly WarnPoint[] }

export type NewClock = {
  /** The record it belongs to, e.g. `{ kind: 'case', id }`. */
  subject: { kind: string; id: string }
  /** How the record is called in notices: number and title. */
  label: string
  /** Where a notice leads. */
  link: string
  organisation: string
  owner: Addressee
  /** Who hears that it is overdue; without it the nearest head at or above the organisation. */
  head?: Addressee
  /** Day or instant from which it is counted (before an event: the event). Now, when not given. */
  start?: CivilDate | Date
  /** The date, or date and hour, that stands on the paper: it is taken and not counted. */
  printedDue?: CivilDate | Date
} & (
  | {
      rule: RuleCode | (string & {})
      /** Which duty of the record; the rule's code when not given. One clock of each duty runs at a time. */
      duty?: string
    }
  | { limit: OwnLimit; duty: string }
)

export type StartedClock = {
  id: string
  dueOn: CivilDate
  dueAt: Date
  uncertain: number[] /** False where such a clock was running already: it goes on unchanged. */
  fresh: boolean
}

const termsOf = async (work: Work, clock: NewClock, on: CivilDate) => {
  if ('limit' in clock)
    return { extension: null, warn: usualWarnings, ...clock.limit, duty: clock.duty, rule: { rule_code: null, rule_revision: null } }
  const rule = await ruleOn(work, clock.rule, on)
  if (!rule) throw refuse('clocks.no-such-rule')
  if (rule.unit === 'none') throw refuse('clocks.no-limit')
  return { ...rule, duty: clock.duty ?? clock.rule, rule: { rule_code: rule.code, rule_revision: rule.revision } }
}
type Terms = Awaited<ReturnType<typeof termsOf>>

const dueFrom = (terms: Terms, clock: NewClock, start: Date, calendar: Calendar) => {
  const { printedDue } = clock
  if (printedDue !== undefined) {
    const due = typeof printedDue === 'string' ? atEndOf(printedDue) : { on: civilDayOf(printedDue), at: printedDue }
    if (due.at < start) throw refuse('clocks.date-too-early')
    return { ...due, uncertain: [], byHand: true, byHour: typeof printedDue !== 'string' }
  }
  if (terms.unit === 'as_printed') throw refuse('clocks.date-needed')
  const counted = countAnew({ ...terms, counted_from: start, extended: 0 }, [], calendar)
  return { ...counted, byHand: false, byHour: terms.unit === 'hours' }
}

const runningOf = (work: Work, subject: NewClock['subject'], duty: string) =>
  work.tx
    .selectFrom('clocks.clock')
    .select(['id', 'due_on', 'due_at', 'uncertain'])
    .where('region', '=', work.region)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('duty', '=', duty)
    .where('stopped_at', 'is', null)
    .executeTakeFirstOrThrow()

/** Starts a clock. Asked again while one of this duty runs for the record, it changes nothing and names that one. */
export const startClock = async (work: Work, clock: NewClock): Promise<StartedClock> => {
  const start = clock.start === undefined ? work.at : typeof clock.start === 'string' ? instantOf(clock.start) : clock.start
  const [terms, calendar] = [await termsOf(work, clock, civilDayOf(start)), await calendarFor(work)]
  const due = dueFrom(terms, clock, start, calendar)
  const { amount, unit, direction, roll, extension, name, duty } = terms
  const timed = {
    // Before an event the clock runs from today; its day is counted back from the event.
    began_at: direction === 'before' ? work.at : start,
    due_on: due.on,
    due_at: due.at,
    by_hour: due.byHour,
    warn: [...terms.warn],
    warned: [],
  }
  const row = {
    region: work.region,
    id: newId(),
    ...terms.rule,
    ...timed,
    ...speaking(timed, [], calendar, work.at),
    duty,
    amount,
    unit,
    direction,
    roll,
    extension: extension ?? null,
    name: JSON.stringify(name),
    subject_kind: clock.subject.kind,
    subject_id: clock.subject.id,
    label: clock.label.slice(0, 200),
    link: clock.link,
    organisation_id: clock.organisation,
    owner_account_id: clock.owner.account ?? null,
    owner_right: clock.owner.right ?? null,
    head_account_id: clock.head?.account ?? null,
    head_right: clock.head?.right ?? null,
    counted_from: start,
    by_hand: due.byHand,
    uncertain: due.uncertain,
  }
  const inserted = await work.tx
    .insertInto('clocks.clock')
    .values(row)
    .onConflict((c) => c.columns(['region', 'subject_kind', 'subject_id', 'duty']).where('stopped_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) {
    const running = await runningOf(work, clock.subject, duty)
    return { id: running.id, dueOn: running.due_on, dueAt: running.due_at, uncertain: running.uncertain, fresh: false }
  }
  await recordChanges(work, [{ kind: 'started', clock: row }])
  return { id: row.id, dueOn: due.on, dueAt: due.at, uncertain: due.uncertain, fresh: true }
}
