/**
 * The value of a cell that is no formula. `text` is what a person would read, dates as 2026-03-01, codes with their
 * leading zeros. `damaged`: sixteen digits or more were kept as a number, of which a spreadsheet keeps only fifteen, so
 * an identity or card number in that cell is already wrong in the file and must be typed again as text.
 */
export type PlainCell =
  | { readonly kind: 'empty'; readonly text: '' }
  | { readonly kind: 'text'; readonly text: string; readonly damaged?: true }
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly damaged?: true }
  | {
      readonly kind: 'date'
      readonly text: string
      readonly value: number
      readonly on: string | null
      readonly time: string | null
      readonly precision: 'day' | 'month' | 'time'
    }
  | { readonly kind: 'boolean'; readonly text: 'TRUE' | 'FALSE'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string }

/** A cell; a formula carries the result its program last stored, which is empty when it never calculated. */
export type Cell = PlainCell | { readonly kind: 'formula'; readonly text: string; readonly result: PlainCell }

/** A row that has something in it: its number as the spreadsheet shows it (from 1), its cells from column A on. */
export type Row = { readonly number: number; readonly cells: readonly Cell[] }

/** A merged block: rows as numbered by the spreadsheet, columns from 0 (A), both ends included. Its value is top left. */
export type Merge = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }

export type Survey = { readonly first: readonly Row[]; readonly count: number }

/** A survey by reading everything. */
export const surveyOf = async (rows: AsyncIterable<Row[]>, atMost: number): Promise<Survey> => {
  const first: Row[] = []
  let count = 0
  for await (const batch of rows) {
    if (first.length < atMost) first.push(...batch.slice(0, atMost - first.length))
    count += batch.length
  }
  return { first, count }
}

/** An opened spreadsheet. `rows` and `merges` take the first sheet when none is named; `close` frees the file. */
export type SheetSource = {
  readonly format: 'xlsx' | 'xls' | 'csv'
  readonly sheets: readonly string[]
  /** Streams the non-empty rows in batches. Throws SheetRefused, possibly after rows were given. */
  rows(sheet?: string): AsyncIterable<Row[]>
  /** The first rows, and how many rows have something in them. Cheaper than `rows` where the format allows it: later cells are not made. */
  survey(sheet: string, first: number): Promise<Survey>
  /** The merged blocks of a sheet. */
  merges(sheet?: string): Promise<Merge[]>
  close(): Promise<void>
}

/** The one empty cell. */
export const emptyCell: PlainCell = { kind: 'empty', text: '' }

/** The text cell of a string, or the empty cell. */
export const textCell = (text: string): PlainCell => (text === '' ? emptyCell : { kind: 'text', text })

/** Column letters to an index from 0 (A → 0, AA → 26). */
export function columnIndex(letters: string): number {
  let n = 0
  for (let i = 0; i < letters.length; i++) n = n * 26 + letters.charCodeAt(i) - 64
  return n - 1
}

/** An index from 0 to column letters (0 → A, 26 → AA). */
export function columnLetters(index: number): string {
  let letters = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** The merged block of a reference such as B2:D3, or undefined when it is none. */
export function mergeOf(reference: string): Merge | undefined {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (m === null) return undefined
  return { fromRow: Number(m[2]), toRow: Number(m[4]), fromColumn: columnIndex(m[1] ?? ''), toColumn: columnIndex(m[3] ?? '') }
}
