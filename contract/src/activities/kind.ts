import type { Condition, Field, Form } from '../forms/index.ts'
import { sourceNames } from '../forms/sources.ts'
import type { Text } from '../kit/text.ts'

/** What eligibility may ask about a person, beside what every form knows of him (`forms/sources.ts`). */
export const personNames = [
  ...sourceNames,
  'person.unions',
  'person.honoured',
  'activity.firstTime',
  'activity.timesThisYear',
  'activity.yearsSince',
] as const

/** What must hold for whoever signs up, and what he reads where it does not. */
export type Eligibility = { readonly holds: Condition; readonly says: Text }

/**
 * A kind of activity (活动类型) as data: what is asked when one is planned and when somebody signs up, who may, what is
 * counted. A published revision is never edited; activities keep the revision they were planned under.
 */
export type ActivityKind<F extends string = string, Q extends string = string> = {
  /** kebab-case, stable for ever: it stands in figures and in published claims. */
  readonly code: string
  readonly revision: number
  readonly title: Text
  readonly summary: Text
  /** Who came is known by name (人 and 人次), or only heads are counted at the gate (人次, never 人). */
  readonly counts: 'names' | 'heads'
  /** The length of a session counts as hours for those who were there: classes, volunteering. */
  readonly hours?: true
  /** The choice of the plan by whose answer figures tell its sessions apart: with whom one spoke, what it was about. */
  readonly splits?: F
  /** The plan, beside title, time and place. */
  readonly form: Readonly<Record<F, Field<F>>>
  /** Asked of whoever signs up. */
  readonly questions: Readonly<Record<Q, Field<Q>>>
  readonly rules?: readonly Eligibility[]
  /** Who comes first where seats are drawn or waited for: whoever fulfils the first of these, then the second, then all others. */
  readonly first?: readonly Eligibility[]
  /** What is found out about a person is none of the union's business: no field, question or option may ask for it. */
  readonly noResults?: true
  /**
   * Those who were there may choose each other afterwards: for so many hours, so many at most; everything of it is deleted
   * so many days after the last session.
   */
  readonly match?: { readonly chooseHours: number; readonly most: number; readonly keepDays: number }
  /** Publishing needs a case 活动方案审批. */
  readonly approval?: true
  /** Offered when one is planned; each activity may decide otherwise. */
  readonly usual: {
    readonly seats?: number
    readonly standbySeats?: number
    /** Cancelling is free until so many hours before the start. */
    readonly cancelHours?: number
    readonly rule?: 'first' | 'draw'
    readonly firstTimers?: true
    /** Who may come along under one sign-up. */
    readonly partyMost?: number
  }
  /** Those who were there are asked what they thought of it. */
  readonly rated?: true
  /** A session is not closed without a photograph with time and place. */
  readonly evidence?: true
}

/** Declares a kind; a condition that names no field of its form does not compile. */
export const activityKind = <const F extends Readonly<Record<string, Field>>, const Q extends Readonly<Record<string, Field>>>(
  declared: Omit<ActivityKind<Extract<keyof F, string>, Extract<keyof Q, string>>, 'form' | 'questions'> & {
    readonly form: F
    readonly questions: Q
  },
) => declared

export type KindFault = { path: string; says: Text }

/** What is asked at sign-up: the questions of the kind, then those of the activity. */
export const questionsOf = (kind: ActivityKind, own: Form): Form => ({ ...kind.questions, ...own })
