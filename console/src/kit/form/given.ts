import type { Reference } from '@gongyou/contract/forms/index.ts'

/** What a field holds while it is being filled in can be anything, a half-typed draft too; these read it for one control. */
export type Bag = Readonly<Record<string, unknown>>

export const bagOf = (value: unknown): Bag => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {})
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
export const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const codesOf = (value: unknown) => listOf(value).filter((x) => typeof x === 'string')

/** A record, a file or a signature: an id and a name. */
export const referenceOf = (value: unknown): Reference | undefined => {
  const { id, name } = bagOf(value)
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}
export const referencesOf = (value: unknown) => listOf(value).flatMap((x) => referenceOf(x) ?? [])

/** Without what is empty; nothing at all where everything is. */
export const packed = (bag: Bag) => {
  const kept = Object.entries(bag).filter(([, v]) => v !== undefined && v !== null && v !== '')
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
