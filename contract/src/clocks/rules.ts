import type { RuleDeclaration } from './rule-declaration.ts'
import { aid, letters } from './rules/aid-and-letters.ts'
import { bargaining, organising } from './rules/bargaining.ts'
import { hotline, others } from './rules/cases.ts'
import { disputes } from './rules/disputes.ts'
import { returns } from './rules/returns.ts'

/** Every time limit the union lives by, in the order in which it is shown. */
const all = [...disputes, ...aid, ...letters, ...bargaining, ...organising, ...hotline, ...others, ...returns] as const

export const rules: readonly RuleDeclaration[] = all
export type RuleCode = (typeof all)[number]['code']
