import type { Block, Chapter, Content, Line, Piece, TableBlock, TableNote } from '@gongyou/contract/reports/content.ts'
import type { Grid } from '@gongyou/contract/reports/grid.ts'
import { type Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** A table as the editor holds it. */
export type TableAttrs = {
  head: readonly string[]
  rows: readonly (readonly Line[])[]
  title: string | null
  grid: Grid | null
  notes: readonly TableNote[]
}
export const attrsOf = (b: TableBlock): TableAttrs => ({
  head: b.head,
  rows: b.rows,
  title: b.title ?? null,
  grid: b.grid ?? null,
  notes: b.notes ?? [],
})
export const tableBlock = ({ head, rows, title, grid, notes }: TableAttrs): TableBlock => ({
  kind: 'table',
  head,
  rows,
  ...(title ? { title } : {}),
  ...(grid ? { grid } : {}),
  ...(notes.length > 0 ? { notes } : {}),
})

const inlineOf = (line: Line, say: (code: string) => string): Node[] =>
  line.flatMap((p) => {
    if (typeof p === 'string') return p === '' ? [] : [schema.text(p)]
    return 'token' in p
      ? [schema.nodes.token.create({ code: p.token, text: say(p.token) })]
      : [schema.nodes.outside.create({ text: p.outside, source: p.source })]
  })

const blockNode = (b: Block, say: (code: string) => string): Node =>
  b.kind === 'text' ? schema.nodes.paragraph.create(null, inlineOf(b.line, say)) : schema.nodes.table.create(attrsOf(b))

/** A report as the editor holds it: a heading, then its paragraphs and tables, then the next. */
export const docOf = (content: Content, say: (code: string) => string): Node => {
  const blocks = content.chapters.flatMap((c) => [
    schema.nodes.heading.create(null, c.title ? [schema.text(c.title)] : []),
    ...(c.blocks.length > 0 ? c.blocks.map((b) => blockNode(b, say)) : [schema.nodes.paragraph.create()]),
  ])
  return schema.nodes.doc.create(null, blocks.length > 0 ? blocks : [schema.nodes.heading.create(), schema.nodes.paragraph.create()])
}

const lineOf = (node: Node): Piece[] => {
  const line: Piece[] = []
  node.forEach((child) => {
    if (child.isText) line.push(child.text ?? '')
    else if (child.type.name === 'token') line.push({ token: String(child.attrs.code) })
    else line.push({ outside: String(child.attrs.text), source: String(child.attrs.source) })
  })
  return line
}
/** What the editor holds of a table. */
export const isTable = (attrs: unknown): attrs is TableAttrs => typeof attrs === 'object' && attrs !== null && 'rows' in attrs
const blockOf = (node: Node): Block => (isTable(node.attrs) ? tableBlock(node.attrs) : { kind: 'text', line: lineOf(node) })

/** What stands in the editor, as it is kept; empty paragraphs are not. */
export const contentOf = (doc: Node): Content => {
  const chapters: { title: string; blocks: Block[] }[] = []
  doc.forEach((node) => {
    if (node.type.name === 'heading') chapters.push({ title: node.textContent.trim(), blocks: [] })
    else {
      if (chapters.length === 0) chapters.push({ title: '', blocks: [] })
      const block = blockOf(node)
      if (block.kind === 'table' || block.line.length > 0) chapters.at(-1)!.blocks.push(block)
    }
  })
  return { chapters: chapters satisfies Chapter[] }
}

/** Where a block of a chapter begins in the editor. */
export const placeOf = (doc: Node, chapter: number, block: number | null): number => {
  let [c, b, at] = [-1, -1, 0]
  doc.forEach((node, offset) => {
    if (node.type.name === 'heading') {
      c++
      b = -1
      if (c === chapter && block === null) at = offset
    } else if (node.type.name === 'table' || node.content.size > 0) {
      b++
      if (c === chapter && b === block) at = offset
    }
  })
  return at
}
