import { type WarnPoint, usualWarnings } from '../kit/clock/stages.ts'
import type { Limit, LimitUnit } from '../kit/clock/limit.ts'
import type { Text } from '../kit/text.ts'

/** How sure the source is: read in the text of the law, a setting of ours, well-known custom, or found on the web. */
export const ruleMarks = ['L', 'A', 'K', 'W'] as const
export type RuleMark = (typeof ruleMarks)[number]

/** One time limit of the law or of custom. Pure data; an installation starts with these and keeps its own revisions. */
export type RuleDeclaration = Limit & {
  readonly code: string
  /** What must be done. */
  readonly name: Text
  /** What sets the clock going. */
  readonly begins: Text
  /** The most it may be extended by, in its own kind of days; null where it may not. */
  readonly extension: number | null
  readonly warn: readonly WarnPoint[]
  readonly source: string
  readonly mark: RuleMark
  /** What whoever uses it must know. */
  readonly note: string
}

export type RuleTerms = Pick<RuleDeclaration, 'amount' | 'unit' | 'direction' | 'roll' | 'extension' | 'warn'>

type More = Partial<Pick<RuleDeclaration, 'direction' | 'roll' | 'extension' | 'warn' | 'note'>>

// Limits in calendar days and months roll off holidays (民法典 第 203 条); working days end on one anyway.
export const rule = <const Code extends string>(
  code: Code,
  limit: readonly [number, LimitUnit],
  name: Text,
  begins: Text,
  [source, mark]: readonly [string, RuleMark],
  more: More = {},
): RuleDeclaration & { readonly code: Code } => {
  const [amount, unit] = limit
  const roll = unit === 'calendar_days' || unit === 'months' || unit === 'years' || unit === 'day_of_next_month' ? 'working_day' : 'none'
  return { code, amount, unit, name, begins, source, mark, direction: 'after', roll, extension: null, warn: usualWarnings, note: '', ...more }
}
export const days = (n: number) => [n, 'calendar_days'] as const
export const working = (n: number) => [n, 'working_days'] as const
