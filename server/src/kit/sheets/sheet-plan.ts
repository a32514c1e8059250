import type { Writable } from 'node:stream'

/** What a column holds; `text` keeps every digit, `date` takes `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean'

/** A column to write: its title, its kind (text unless said otherwise), its width in characters of a Latin font. */
export type Column = { readonly title: string; readonly kind?: ColumnKind; readonly width?: number }

/** A value to write; null and undefined leave the cell empty. */
export type Value = string | number | boolean | null | undefined

/** A value that is shown as bad: red fill, and a comment when a note is given. */
export type MarkedValue = { readonly value: Value; readonly bad: true; readonly note?: string }

/** A row to write, as long as its columns or shorter. */
export type OutRow = readonly (Value | MarkedValue)[]

/** A sheet to write. Rows are taken one by one as the file drains. */
export type SheetPlan = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<OutRow> | AsyncIterable<OutRow>
  /** Blocks of the sheet to merge, such as B1:D1. */
  readonly merges?: readonly string[]
}

/** Where a file goes: a path, or a stream that is ended afterwards. */
export type Target = string | Writable

/** Whether a value is marked as bad. */
export const isMarked = (value: Value | MarkedValue): value is MarkedValue => typeof value === 'object' && value !== null
