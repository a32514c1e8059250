import type { Text } from './text.ts'
import type { Unit } from './units.ts'

/** Which facts are meant: all of one kind, or those whose dimensions have one of the named values. */
export type Cut = { readonly fact: string; readonly where?: Readonly<Record<string, string | readonly string[]>> }

type Quotient = 'percent' | 'days' | 'stars'
/** Units in which each act counts one; distinct persons and attendances have measures of their own. */
export type CountUnit = Exclude<Unit, Quotient | 'persons' | 'attendances' | 'households' | 'yuan' | 'cents' | 'hours'>

/**
 * How facts become a number. The unit follows from the measure: attendances cannot be declared as persons, nor a rate as a
 * count. `stock` adds up what came in and went out until a day. A rate carries everything that must be printed beside it:
 * who was asked, who did not answer, what was opened again within thirty days.
 */
export type Measured =
  | { readonly measure: 'count'; readonly unit: CountUnit; readonly of: Cut }
  | { readonly measure: 'persons'; readonly unit: 'persons'; readonly of: Cut }
  | { readonly measure: 'attendances'; readonly unit: 'attendances'; readonly of: Cut }
  | { readonly measure: 'sum'; readonly unit: Exclude<Unit, Quotient | 'persons'>; readonly of: Cut }
  | { readonly measure: 'stock'; readonly unit: Exclude<Unit, Quotient | 'attendances'>; readonly of: Cut }
  | { readonly measure: 'rate'; readonly unit: 'percent'; readonly of: Cut; readonly among: Cut; readonly silent?: Cut; readonly reopened?: Cut }
  | { readonly measure: 'average'; readonly unit: 'days' | 'stars'; readonly of: Cut; readonly among: Cut }

export type Measure = Measured['measure']

/** A figure. Pure data: shown beside the number, pinned by whoever publishes it; a change is a new revision with its reason. */
export type FigureDeclaration = Measured & {
  /** kebab-case, stable for ever. */
  readonly code: string
  readonly revision: number
  /** Why this revision came about. */
  readonly because?: string
  readonly name: Text
  /** In words, as it would be read aloud. */
  readonly definition: Text
  /** The department that answers for it. */
  readonly owner: string
  /** Dimensions by which it may be split: `month`, `town`, `org` or keys of the fact. */
  readonly by: readonly string[]
}

/** The parts of a figure whose records can be opened. */
export const partsOf = (f: FigureDeclaration): Readonly<Partial<Record<'of' | 'among' | 'silent' | 'reopened', Cut>>> => ({
  of: f.of,
  ...('among' in f ? { among: f.among } : {}),
  ...('silent' in f && f.silent ? { silent: f.silent } : {}),
  ...('reopened' in f && f.reopened ? { reopened: f.reopened } : {}),
})
export const partNames = ['of', 'among', 'silent', 'reopened'] as const
export type Part = (typeof partNames)[number]

/** A stock is asked for one day, everything else for a period. */
export const kindOf = (f: Pick<FigureDeclaration, 'measure'>): 'flow' | 'stock' => (f.measure === 'stock' ? 'stock' : 'flow')

/** Whether groups of it add up to the whole. */
export const addsUp = (f: Pick<FigureDeclaration, 'measure'>) => !['persons', 'rate', 'average'].includes(f.measure)

export const figure = <const F extends FigureDeclaration>(declared: F): F => declared
