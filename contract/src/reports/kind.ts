import type { Text } from '../kit/text.ts'
import type { Grid } from './grid.ts'
import type { ClaimToken, FigureToken, Token } from './token.ts'

export const periodKinds = ['week', 'month', 'half-year', 'year', 'five-years', 'free'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** One sentence. It appears only where every figure in it has a value that is not zero, unless it is `always` said. */
export type Sentence = { readonly pieces: readonly (string | Token)[]; readonly always?: true }
export type Drafted =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  /** One line for each figure: this period, the year before, what changed. */
  | { readonly kind: 'table'; readonly figures: readonly FigureToken[] }
  /** What was to be reached, and what is. */
  | { readonly kind: 'targets' }
  /** Figures by organisation or by month. */
  | { readonly kind: 'grid'; readonly grid: Grid }

/** A kind of report. Pure data, in revisions: words and questions, never a number. `{org}`, `{period}` and `{year}` are filled in. */
export type ReportKind = {
  readonly code: string
  readonly revision: number
  readonly name: Text
  readonly about: Text
  readonly title: string
  readonly period: PeriodKind
  /** A period that still runs is counted until today and says so (截至11月21日), or as a whole. */
  readonly running: 'as-of' | 'whole'
  /** How far up it goes before it stands: in its own house, to the town, to the district. */
  readonly approvedBy: 'own' | 'town' | 'district'
  readonly chapters: readonly { readonly title: string; readonly blocks: readonly Drafted[] }[]
}

/** A sentence as it is typed, with tokens between the words. */
export const say = (words: TemplateStringsArray, ...tokens: readonly Token[]): Sentence => ({
  pieces: words.flatMap((w, i) => [...(w === '' ? [] : [w]), ...(i < tokens.length ? [tokens[i]!] : [])]),
})
export const always = (words: TemplateStringsArray, ...tokens: readonly Token[]): Sentence => ({ ...say(words, ...tokens), always: true })
export const paragraph = (...sentences: readonly Sentence[]): Drafted => ({ kind: 'paragraph', sentences })
export const table = (...figures: readonly FigureToken[]): Drafted => ({ kind: 'table', figures })

export const grid = (grid: Grid): Drafted => ({ kind: 'grid', grid })

type Extra<T> = Omit<T, 'kind' | 'figure' | 'claims'>
/** A figure of the report; `or` names numbers printed before the system. */
export const live = (figure: string, more: Extra<FigureToken> & { readonly or?: readonly string[] } = {}): FigureToken => {
  const { or, ...rest } = more
  return { kind: 'figure', figure, form: 'auto', ...rest, ...(or ? { claims: or } : {}) }
}
export const change = (figure: string, more: Extra<FigureToken> = {}): FigureToken => ({ kind: 'figure', figure, show: 'change', ...more })
/** A number printed before the system. */
export const printed = (codes: string | readonly string[], more: Extra<ClaimToken> = {}): ClaimToken => ({
  kind: 'claim',
  claims: typeof codes === 'string' ? [codes] : codes,
  ...more,
})

/** A kind of report, with its literal code. */
export const reportKind = <const K extends ReportKind>(declared: K): K => declared
