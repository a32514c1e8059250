import type { Text } from './text.ts'
import type { Unit } from './units.ts'

/** How facts become a figure. Pure data: shown beside the number, pinned by whoever publishes it. */
export type FigureDeclaration = {
  code: string
  revision: number
  name: Text
  /** In words, as it would be read aloud. */
  definition: Text
  unit: Unit
  /** `flow`: what happened in a period. `stock`: how many there were at the end of a day. */
  kind: 'flow' | 'stock'
  /** The fact it groups. */
  fact: string
  /** Dimensions by which it may be split: `month`, `town`, `org` or keys of the fact. */
  by: readonly string[]
}

export const figure = <const F extends FigureDeclaration>(declared: F): F => declared
