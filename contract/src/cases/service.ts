import type { Condition, Field, SourceName } from '../forms/index.ts'
import type { Text } from '../kit/text.ts'
import type { PostCode } from '../organisations/posts.ts'

/** Where a role is looked for, from the organisation a case belongs to: itself, its station or town, the district. */
export type Level = 'unit' | 'station' | 'town' | 'district'

/** Who stands in a role: holders of any of these posts at that level. */
export type Role = { readonly name: Text; readonly posts: readonly PostCode[]; readonly at: Level }

export type State = {
  readonly name: Text
  /** What the person who applied reads: where it stands and what comes next. */
  readonly says?: Text
  /** Nothing follows; the case is closed. */
  readonly final?: true
}

/** Who may begin: a worker, an officer for a union, the office for what reached it; or only another case, which it springs from. */
export const starters = ['worker', 'union', 'office', 'case'] as const
export type Starter = (typeof starters)[number]

/** Limits that no rule of the clock engine names. */
export type Limit = { readonly amount: number; readonly unit: 'working_days' | 'calendar_days' | 'hours' | 'months' }

/** A time limit: running while the case is in one of these states, owed by a role, overdue told to another. */
export type CaseClock<S extends string = string, R extends string = string, F extends string = string> = {
  readonly name: Text
  readonly in: readonly S[]
  readonly owner: R
  readonly head?: R
  /** A date of the form from which it is counted; the day the state is entered where absent. */
  readonly from?: F
  /** By how much it may be extended in all, where no rule of the clock engine says so. */
  readonly extension?: number
  /** Runs only where this holds for the answers: a printed date where there is one, else the usual limit. */
  readonly when?: Condition<F>
  /** With a printed date, the rule says how far it may be extended. A time of day beside it, where one is printed, ends it there; else the day ends it. */
} & ({ readonly rule: string } | { readonly within: Limit } | { readonly printed: F; readonly printedTime?: F; readonly rule?: string })

/**
 * What a step writes into a register: a new entry, or the change of the one that stands for the same; its renewal; its end.
 * Whom it belongs to is said by a field of the form; without one it is the applicant, or the union that applied.
 */
export type Keep<F extends string = string> = {
  readonly register: string
  readonly as: 'enter' | 'renew' | 'end'
  /** Fields of the register, each from a field of this form. */
  readonly fields: Readonly<Record<string, F>>
  readonly owner?: F
}

/** One step somebody may take. */
export type Action<F extends string = string, S extends string = string, R extends string = string, O extends string = string> = {
  readonly name: Text
  readonly from: S | readonly S[]
  readonly to: S
  readonly by: R | 'applicant'
  /** Fields filled in with this step. */
  readonly asks?: readonly F[]
  /** A few words go with it: shown to the person who applied (`answer`) or kept in the office (`opinion`). */
  readonly words?: 'answer' | 'opinion'
  readonly wordsNeeded?: true
  /** The outcome it decides; the facts are frozen with it. */
  readonly outcome?: O
  /** Possible only where this holds for the answers given so far. */
  readonly when?: Condition<F | SourceName>
  /** What else happens, in the same transaction; a name the departments registered. */
  readonly effect?: string
  /** Fields a department fills in itself, over what was typed, before the step is written down. */
  readonly fills?: string
  /** The kind of paper it drafts. */
  readonly paper?: string
  /** What it writes into a register, in the same transaction. */
  readonly keeps?: Keep<F>
  /** Shown last and plain: refusing, sending away. */
  readonly plain?: true
}

export type Outcome = { readonly name: Text; readonly good: boolean }

/** What must hold for the person or the matter; also the self-test “may I apply?”. */
export type Rule<F extends string = string> = {
  readonly holds: Condition<F | SourceName>
  /** What to say where it does not hold. */
  readonly says: Text
  /** `must` stops the application; `look` is shown to the officer. */
  readonly weight: 'must' | 'look'
}

/**
 * A service (事项): everything the union will do on request or must handle, as data. The form, the steps, who takes them,
 * by when, with which outcomes, and what is counted. A published revision is never edited; running cases keep theirs.
 */
export type Service<F extends string = string, S extends string = string, R extends string = string, O extends string = string> = {
  /** kebab-case, stable for ever: it stands in figures and in published claims. */
  readonly code: string
  readonly revision: number
  /** Two capital letters at the head of the receipt number. */
  readonly letters: string
  readonly title: Text
  readonly summary: Text
  readonly begunBy: readonly Starter[]
  /** Seen only by those whose roles the service names: legal aid, mediation, hardship. */
  readonly restricted?: true
  readonly form: Readonly<Record<F, Field<F>>>
  /** Fields of the application itself; all fields where none are named. */
  readonly asksAtStart?: readonly F[]
  readonly rules?: readonly Rule<F>[]
  readonly roles: Readonly<Record<R, Role>>
  readonly states: Readonly<Record<S, State>>
  readonly begins: S
  readonly actions: Readonly<Record<string, Action<F, S, R, O>>>
  readonly outcomes: Readonly<Record<O, Outcome>>
  readonly clocks?: Readonly<Record<string, CaseClock<S, R, F>>>
  /** What figures may be split by (a choice) and add up (money or a number). */
  readonly counts?: { readonly split?: F; readonly amount?: F }
  /** How long after the end the person may object, in days; none where absent. */
  readonly appealDays?: number
}

/** Declares a service; a state, field, role or outcome that does not exist fails to compile. */
export const service = <
  const Form extends Readonly<Record<string, Field>>,
  const States extends Readonly<Record<string, State>>,
  const Roles extends Readonly<Record<string, Role>>,
  const Outcomes extends Readonly<Record<string, Outcome>>,
>(
  declared: Omit<
    Service<Extract<keyof Form, string>, Extract<keyof States, string>, Extract<keyof Roles, string>, Extract<keyof Outcomes, string>>,
    'form' | 'states' | 'roles' | 'outcomes'
  > & {
    readonly form: Form
    readonly states: States
    readonly roles: Roles
    readonly outcomes: Outcomes
  },
) => declared

export const fromOf = (action: Pick<Action, 'from'>): readonly string[] => (typeof action.from === 'string' ? [action.from] : action.from)

/** The fields of the application itself. */
export const startFields = (s: Service): readonly string[] => s.asksAtStart ?? Object.keys(s.form)

/** The actions that leave a state, in the order in which they are declared. */
export const actionsFrom = (s: Service, state: string): readonly (readonly [string, Action])[] =>
  Object.entries(s.actions).filter(([, a]) => fromOf(a).includes(state))

/** Roles that can move a case in this state; without any, the applicant must. */
export const rolesIn = (s: Service, state: string): readonly string[] => [
  ...new Set(actionsFrom(s, state).flatMap(([, a]) => (a.by === 'applicant' ? [] : [a.by]))),
]
