/** A part of the body: one paragraph, or a table whose first row is its head. */
export type PaperBlock = { kind: 'text'; text: string } | { kind: 'table'; rows: readonly (readonly string[])[] }

/** Level of a paragraph by how it begins (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）; 0 is plain text. */
export type HeadingLevel = 0 | 1 | 2 | 3 | 4
export const levelOf = (text: string): HeadingLevel => {
  if (/^[一二三四五六七八九十百]+、/.test(text)) return 1
  if (/^（[一二三四五六七八九十百]+）/.test(text)) return 2
  if (/^\d+\.(?!\d)/.test(text)) return 3
  return /^（\d+）/.test(text) ? 4 : 0
}

/**
 * Headings of the first two levels have fonts of their own, but only the heading itself: where text follows on the same
 * line after a full stop, it is set as text.
 */
export const headingEnd = (text: string) => {
  const stop = text.search(/[。：；！？]/)
  return stop < 0 || stop === text.length - 1 ? text.length : stop + 1
}

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((c) => c.trim().replaceAll('\\|', '|'))

/**
 * The body as officers type it: a line is a paragraph, lines between bars are rows of a table (`| 姓名 | 单位 |`).
 * Empty lines mean nothing; a paragraph that begins with a bar is written `\|`.
 */
export const blocksOf = (body: string): PaperBlock[] => {
  const blocks: PaperBlock[] = []
  let rows: string[][] | undefined
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trim()
    if (line.startsWith('|')) {
      if (!rows) blocks.push({ kind: 'table', rows: (rows = []) })
      rows.push(cellsOf(line))
      continue
    }
    rows = undefined
    if (line !== '') blocks.push({ kind: 'text', text: line.startsWith('\\|') ? line.slice(1) : line })
  }
  return blocks
}

export const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()

/** Writes a table so that `blocksOf` reads it back. */
export const tableText = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `| ${cells.map((c) => oneLine(c).replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

/** A value as it may stand in the body: its lines become paragraphs, and none of them turns into a table. `begins`: it stands first in its line. */
export const plainText = (text: string, begins: boolean) =>
  text
    .split('\n')
    .map((line, i) => (i > 0 || begins ? line.replace(/^[ \t\u3000]*\|/, '\\|') : line))
    .join('\n')
