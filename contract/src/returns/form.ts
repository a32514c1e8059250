import type { RuleCode } from '../clocks/rules.ts'
import type { OrganisationKind } from '../codes/organisation-kinds.ts'
import type { Text } from '../kit/text.ts'

/** How often a form is handed in. */
export type Every = 'month' | 'quarter' | 'year'

/** One line of a form: a figure, counted for the unit that reports and everything beneath it. Nobody types it anew. */
export type ReturnLine = {
  /** kebab-case, stable within the form. */
  readonly code: string
  /** Code of the figure. */
  readonly figure: string
  /** Filters of the figure as in its address: `kind:talk,channel:scan`. */
  readonly where?: string
  /** What the line is called, where the figure's own name will not do. */
  readonly label?: Text
  /** The number of the line in the upper level's table. */
  readonly number: string
}

/** A form that units hand in again and again (报表). Pure data; a change is a new revision with its reason. */
export type ReturnForm = {
  readonly code: string
  readonly revision: number
  readonly because?: string
  readonly title: Text
  /** Number of the form in the upper level's system of tables. */
  readonly number: string
  readonly every: Every
  /** Which kinds of organisation hand it in. */
  readonly from: readonly OrganisationKind[]
  /** The rule that says by when; it counts from the day after the period. */
  readonly rule: RuleCode
  readonly lines: readonly ReturnLine[]
}

export const returnForm = <const F extends ReturnForm>(declared: F): F => declared
