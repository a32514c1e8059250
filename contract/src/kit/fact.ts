/**
 * What is counted: rows drawn from acts. Pure data, so that it can be shown beside the figure, revised and rebuilt.
 */
export type FactDeclaration = {
  /** kebab-case, stable for ever; it stands in published claims. */
  code: string
  /** Kinds of act that count, each with its weight: +1 comes in, -1 goes out. */
  acts: Record<string, number>
  /** Keys of the act's data by which figures may be grouped. Town, organisation, person and day are always there. */
  by: readonly string[]
  /** Key of the act's data to add up (money in yuan, goods, head counts); without it each act counts one. */
  sums?: string
}

export const fact = <const F extends FactDeclaration>(declared: F): F => declared
