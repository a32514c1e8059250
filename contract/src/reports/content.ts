import type { Token } from './token.ts'

/** A stretch of text, a token by its code, or a number that is not the system's, with where it comes from. */
export type Piece = string | { readonly token: string } | { readonly outside: string; readonly source: string }
export type Line = readonly Piece[]
export type Block =
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
export type Chapter = { readonly title: string; readonly blocks: readonly Block[] }
/** The text of a report: chapters of paragraphs and tables. */
export type Content = { readonly chapters: readonly Chapter[] }

export const linesOf = (block: Block): readonly Line[] => (block.kind === 'text' ? [block.line] : block.rows.flat())
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
