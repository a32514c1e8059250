import type { RuleCode } from '../clocks/rules.ts'
import type { OrganisationKind } from '../codes/organisation-kinds.ts'
import type { Field } from '../forms/field.ts'
import type { Text } from '../kit/text.ts'

/** How often a form is handed in. */
export type Every = 'month' | 'quarter' | 'year'

type Common = {
  /** kebab-case, stable within the form. */
  readonly code: string
  /** The number of the line in the upper level's table. */
  readonly number: string
  /** A heading before this line. */
  readonly section?: Text
  /** Where the line stands in the upper level's table: a column where units lie one under the other, else a row. */
  readonly place?: string
}

/** A line that is a figure, counted for the unit that reports and everything beneath it. Nobody types it anew. */
export type FigureLine = Common & {
  /** Code of the figure. */
  readonly figure: string
  /** Filters of the figure as in its address: `kind:talk,channel:scan`. */
  readonly where?: string
  /** What the line is called, where the figure's own name will not do. */
  readonly label?: Text
}

/** A line that is a question: nothing is recorded of it, so the unit types the answer (填报). It never becomes a figure. */
export type QuestionLine = Common & {
  /** A number, a choice or a text. */
  readonly asks: Field
  /** Code of a line that a number may not exceed, or may not be below. */
  readonly notMoreThan?: string
  readonly notLessThan?: string
  /** Asked even of a unit that has nothing to report: what stands, not what happened. */
  readonly always?: true
  /** Numbers of several units are not added up: rates, averages. */
  readonly apart?: true
}

export type ReturnLine = FigureLine | QuestionLine

/** The table of the level above: what stands over it, beneath it, and what lies one under the other in it. */
export type ReturnLayout = {
  readonly title: string
  readonly down: 'units' | 'lines'
  /** 计量单位, above the table at the right. */
  readonly unit?: string
  /** Beneath the table. */
  readonly note?: string
}

/** The rules that a form may choose from: they count from the day after the period. */
export const returnRules = ['return_monthly', 'return_quarterly', 'return_yearly'] as const satisfies readonly RuleCode[]

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
  /** The rule that says by when. */
  readonly rule: (typeof returnRules)[number]
  readonly lines: readonly ReturnLine[]
  readonly layout?: ReturnLayout
}

export const returnForm = <const F extends ReturnForm>(declared: F): F => declared

export const isQuestion = (line: ReturnLine): line is QuestionLine => 'asks' in line
export const questionsOf = (form: ReturnForm): readonly QuestionLine[] => form.lines.filter(isQuestion)
export const figureLinesOf = (form: ReturnForm): readonly FigureLine[] => form.lines.filter((l): l is FigureLine => !isQuestion(l))
