/** What an answer or a fact about a person can be compared with. */
export type Scalar = string | number | boolean

/**
 * A question with the answer yes or no about named values; data, so that phone, console and server ask the same one, it
 * can be stored with a decision and compared between revisions. `of` names a field of the form or a fact (`person.age`).
 */
export type Condition<Name extends string = string> =
  | { readonly all: readonly Condition<Name>[] }
  | { readonly any: readonly Condition<Name>[] }
  | { readonly not: Condition<Name> }
  | { readonly of: Name; readonly is: Scalar }
  | { readonly of: Name; readonly isNot: Scalar }
  | { readonly of: Name; readonly in: readonly Scalar[] }
  | { readonly of: Name; readonly includes: Scalar }
  | { readonly of: Name; readonly atLeast: number | string }
  | { readonly of: Name; readonly atMost: number | string }
  | { readonly of: Name; readonly answered: boolean }

/** Named values: answers by field name, facts by `person.…` or `case.…`. */
export type Frame = Readonly<Record<string, unknown>>

export const isAnswered = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

// Numbers compare as numbers, civil dates as text; anything else is not comparable and the condition does not hold.
const compare = (value: unknown, bound: number | string): number | undefined => {
  if (typeof value === 'number' && typeof bound === 'number') return value - bound
  if (typeof value === 'string' && typeof bound === 'string') return value < bound ? -1 : value > bound ? 1 : 0
  return undefined
}

/** Whether the condition holds for the named values. What was not answered satisfies only `answered: false` and `isNot`. */
export const holdsFor = (condition: Condition, frame: Frame): boolean => {
  if ('all' in condition) return condition.all.every((c) => holdsFor(c, frame))
  if ('any' in condition) return condition.any.some((c) => holdsFor(c, frame))
  if ('not' in condition) return !holdsFor(condition.not, frame)
  const value = frame[condition.of]
  if ('answered' in condition) return isAnswered(value) === condition.answered
  if ('is' in condition) return value === condition.is
  if ('isNot' in condition) return value !== condition.isNot
  if ('in' in condition) return condition.in.some((x) => x === value)
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes)
  if ('atLeast' in condition) return (compare(value, condition.atLeast) ?? -1) >= 0
  return (compare(value, condition.atMost) ?? 1) <= 0
}

/** Every name a condition asks for, once. */
export const namesIn = (condition: Condition): readonly string[] => {
  if ('all' in condition) return [...new Set(condition.all.flatMap(namesIn))]
  if ('any' in condition) return [...new Set(condition.any.flatMap(namesIn))]
  if ('not' in condition) return namesIn(condition.not)
  return [condition.of]
}
