import type { Field } from '../forms/index.ts'
import type { Text } from '../kit/text.ts'

/** What an entry belongs to. Whatever it is, an organisation keeps the entry and decides who sees it. */
export type Owner = 'organisation' | 'person' | 'employer' | 'none'

/** How long an entry is valid: until a date of the form, or so many months from a date of the form or from its entry. */
export type Validity<F extends string = string> = ({ readonly to: F; readonly from?: F } | { readonly months: number; readonly from?: F }) & {
  /** An entry may be renewed only in its last months; at any time where absent. */
  readonly renewOpensMonths?: number
  /** What the limit follows from, shown to whoever renews. */
  readonly source?: Text
}

/**
 * A register (名册): a typed list with history, as data. A published revision is never edited; entries keep the revision
 * under which they were last written.
 */
export type Register<F extends string = string> = {
  /** kebab-case, stable for ever: it stands in figures and in published claims. */
  readonly code: string
  readonly revision: number
  readonly title: Text
  readonly summary: Text
  readonly form: Readonly<Record<F, Field<F>>>
  /** The field by whose value people call an entry; `owner` where it is called by what it belongs to. */
  readonly named: F | 'owner'
  /** What makes an entry unique among those that are not ended; `owner` stands for what it belongs to. */
  readonly key?: readonly (F | 'owner')[]
  readonly owner: Owner
  readonly validity?: Validity<F>
  /** Fields shown in the list, in this order. */
  readonly columns: readonly F[]
  /** Anybody who fills in a form may choose one of its entries, wherever in the district it is kept: courses, lecturers. */
  readonly open?: true
  /** Class of fields that name none; P2 is masked in lists and exports. */
  readonly secrecy?: 'P1' | 'P2'
  /** Days before the end on which the holders of the organisation are told; 90 and 30 where absent. */
  readonly remindDays?: readonly number[]
}

/** Declares a register; a name that is no field of the form fails to compile. */
export const register = <const Form extends Readonly<Record<string, Field>>>(
  declared: Omit<Register<Extract<keyof Form, string>>, 'form'> & { readonly form: Form },
) => declared

export const usualRemindDays: readonly number[] = [90, 30]
/** An entry that ends within so many days is shown as ending. */
export const endingDays = 90
