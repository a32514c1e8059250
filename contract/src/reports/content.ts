import type { Grid } from './grid.ts'
import type { Token } from './token.ts'

/** A stretch of text, a token by its code, or a number that is not the system's, with where it comes from. */
export type Piece = string | { readonly token: string } | { readonly outside: string; readonly source: string }
export type Line = readonly Piece[]
export type Block = { readonly kind: 'text'; readonly line: Line } | TableBlock
/** A word under a table. `at`: the number it belongs to; none: the whole table. `source`: where numbers in it come from. */
export type TableNote = { readonly at?: string | undefined; readonly text: string; readonly source?: string | undefined }
export type TableBlock = {
  readonly kind: 'table'
  readonly title?: string | undefined
  readonly head: readonly string[]
  readonly rows: readonly (readonly Line[])[]
  /** What it was laid out from: its rows and columns can be chosen anew. */
  readonly grid?: Grid | undefined
  readonly notes?: readonly TableNote[] | undefined
}
export type Chapter = { readonly title: string; readonly blocks: readonly Block[] }
/** The text of a report: chapters of paragraphs and tables. */
export type Content = { readonly chapters: readonly Chapter[] }

const noteLine = (n: TableNote): Line => [n.source ? { outside: n.text, source: n.source } : n.text]
export const linesOf = (block: Block): readonly Line[] =>
  block.kind === 'text' ? [block.line] : [...block.rows.flat(), ...(block.notes ?? []).map(noteLine)]

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
/** The mark of the word under a table that belongs to a number. */
export const noteMark = (notes: readonly TableNote[] | undefined, code: string): string =>
  (notes ?? [])
    .filter((n) => n.at !== undefined)
    .flatMap((n, i) => (n.at === code ? [circled[i] ?? `(${i + 1})`] : []))
    .join('')
/** What stands under a table: words on the whole of it, then those that are marked. */
export const notesUnder = (notes: readonly TableNote[] | undefined): readonly string[] => {
  const whole = (notes ?? []).filter((n) => n.at === undefined)
  const marked = (notes ?? []).filter((n) => n.at !== undefined)
  return [
    ...whole.map((n, i) => `${i === 0 ? '注：' : ''}${whole.length > 1 ? `${i + 1}．` : ''}${n.text}`),
    ...marked.map((n) => `${noteMark(notes, n.at!).slice(0, 3)}${n.text}`),
  ]
}
const allLines = (content: Content) => content.chapters.flatMap((c) => c.blocks.flatMap(linesOf))

/** Codes of the tokens that stand in a text, in reading order. */
export const tokensIn = (content: Content): readonly string[] => [
  ...new Set(allLines(content).flatMap((line) => line.flatMap((p) => (typeof p === 'object' && 'token' in p ? [p.token] : [])))),
]
export const outsidersIn = (content: Content) =>
  content.chapters.flatMap((c) =>
    c.blocks.flatMap((b) =>
      linesOf(b).flatMap((line) => line.flatMap((p) => (typeof p === 'object' && 'outside' in p ? [{ chapter: c.title, ...p }] : []))),
    ),
  )

/** A line as it will be read. `code`: what is put behind a token. */
export const textOf = (line: Line, say: (code: string) => string): string =>
  line.map((p) => (typeof p === 'string' ? p : 'token' in p ? say(p.token) : p.outside)).join('')

/** F-01, F-02 …: short enough to stand in a text and to be asked for on the telephone. */
export const codeOf = (n: number) => `F-${String(n).padStart(2, '0')}`
export const nextCode = (codes: readonly string[]) => codeOf(1 + Math.max(0, ...codes.map((c) => Number(c.slice(2)) || 0)))

export type Placed = { readonly code: string; readonly token: Token }
