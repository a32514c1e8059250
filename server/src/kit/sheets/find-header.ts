import type { Merge, Row } from './cell.ts'

/** A header found in a sheet: the last row it takes, and per column (from 0) its title, group titles before a slash. */
export type Header = { readonly fromRow: number; readonly toRow: number; readonly titles: ReadonlyMap<number, string> }

/**
 * Finds the header among the first rows, above which officers put a title line and a line for unit and date. With `known`
 * titles the row that has most of them wins; without, the first row with nearly as many distinct titles as the fullest.
 * Merged blocks that reach down, and groups that span columns, make a header of several rows. Undefined when there is none.
 */
export function findHeader(rows: readonly Row[], merges: readonly Merge[], known: readonly string[] = []): Header | undefined {
  const candidates = rows.slice(0, 30)
  const wanted = new Set(known.map(titleKey))
  const scored = candidates.map((row) => ({ row, score: scoreOf(row, wanted) }))
  const best = Math.max(0, ...scored.map((s) => s.score))
  // One known title is enough when titles are known; otherwise a single cell is a heading, not a header.
  if (best < (wanted.size > 0 ? 1 : 2)) return undefined
  const found = scored.find((s) => s.score >= (wanted.size > 0 ? best : best * 0.6))?.row
  if (found === undefined) return undefined
  const top = Math.min(
    found.number,
    ...merges.filter((m) => m.toRow === found.number && m.fromRow < found.number && m.fromRow > found.number - 3).map((m) => m.fromRow),
  )
  const bottom = bottomOf(rows, merges, top, found.number)
  return { fromRow: top, toRow: bottom, titles: titlesOf(rows, merges, top, bottom) }
}

/** A title without the spaces, line breaks, stars and “必填” marks that forms add to it. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[*※★:]+|\((?:必填|选填|必填项)\)/g, '')
    .toLowerCase()

function scoreOf(row: Row, wanted: ReadonlySet<string>): number {
  const titles = new Set<string>()
  for (const cell of row.cells) {
    if (cell.kind !== 'text') continue
    const key = titleKey(cell.text)
    // “填报单位：…” is a line of the form, long digits are data.
    if (wanted.size > 0 ? wanted.has(key) : key !== '' && key.length <= 40 && !/[:：].|\d{6,}/.test(cell.text)) titles.add(key)
  }
  return titles.size
}

function bottomOf(rows: readonly Row[], merges: readonly Merge[], top: number, found: number): number {
  const starting = merges.filter((m) => m.fromRow >= top && m.fromRow <= found)
  const down = Math.max(found, ...starting.filter((m) => m.toRow > m.fromRow && m.toRow <= top + 4).map((m) => m.toRow))
  if (down > found) return down
  // Groups that span columns need the row of single titles below them.
  const group = starting.find((m) => m.fromRow === found && m.toColumn > m.fromColumn)
  const below = rows.find((r) => r.number === found + 1)
  return group !== undefined && below?.cells[group.fromColumn]?.kind === 'text' ? found + 1 : found
}

function titlesOf(rows: readonly Row[], merges: readonly Merge[], top: number, bottom: number): Map<number, string> {
  const header = rows.filter((r) => r.number >= top && r.number <= bottom)
  const width = Math.max(
    0,
    ...header.map((r) => r.cells.length),
    ...merges.filter((m) => m.fromRow >= top && m.toRow <= bottom).map((m) => m.toColumn + 1),
  )
  const titles = new Map<number, string>()
  for (let column = 0; column < width; column++) {
    const parts: string[] = []
    for (let number = top; number <= bottom; number++) {
      const merge = merges.find((m) => number >= m.fromRow && number <= m.toRow && column >= m.fromColumn && column <= m.toColumn)
      const at = header.find((r) => r.number === (merge?.fromRow ?? number))?.cells[merge?.fromColumn ?? column]
      const title = (at?.text ?? '').replace(/\s+/g, '')
      if (title !== '' && parts.at(-1) !== title) parts.push(title)
    }
    if (parts.length > 0) titles.set(column, parts.join('/'))
  }
  return titles
}
