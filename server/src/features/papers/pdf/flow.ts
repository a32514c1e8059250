import { columnShares } from '@gongyou/contract/papers/columns.ts'
import type { PaperPiece, PaperText } from '@gongyou/contract/papers/layout.ts'
import { type PaperFont, markSize, paperSheet, partStyles, pointsOf } from '@gongyou/contract/papers/style.ts'
import { type Line, type Measure, type Stretch, setLines } from './lines.ts'

/** Width of the type area. */
export const areaWidth = pointsOf(paperSheet.width - paperSheet.margin.left - paperSheet.margin.right)
// 28 squares of 16 pt are a little wider than the type area; each gives up a fifth of a point.
const squeezeFor = (size: number) => (size === paperSheet.size ? areaWidth / paperSheet.squares - paperSheet.size : 0)

export type Row = { cells: readonly (readonly Line[])[]; widths: readonly number[]; height: number }
/** Something of a height that is set from top to bottom. `tied`: on the same page as what follows. */
export type Strip = { height: number; tied?: boolean } & (
  | { strip: 'line'; lines: readonly Line[] }
  | { strip: 'blank' }
  | { strip: 'red-rule' }
  | { strip: 'row'; row: Row; head: Row }
  | { strip: 'new-page' }
)

export const stretchesOf = (text: PaperText): Stretch[] => {
  const style = partStyles[text.part]
  const size = text.part === 'mark' ? markSize(text.text) : style.size
  const look = { size, ...(style.red ? { red: true } : {}) }
  const heading = text.heading ?? 0
  if (heading === 0) return [{ text: text.text, font: style.font, ...look }]
  return [
    { text: text.text.slice(0, heading), font: style.font, ...look },
    { text: text.text.slice(heading), font: 'text', ...look },
  ]
}

const endsOf = (text: PaperText, measure: Measure): Line[] => {
  const { size, side, font } = partStyles[text.part]
  const inset = Math.max(1, side) * size
  const right: Stretch[] = [
    { text: text.right ?? '', font, size },
    { text: text.rightName ?? '', font: 'kai', size },
  ]
  const setting = { width: areaWidth - inset, first: inset, hang: inset, squeeze: 0 }
  return [
    setLines([{ text: text.text, font, size }], { ...setting, align: 'left' }, measure)[0]!,
    setLines(right, { ...setting, align: 'right' }, measure)[0]!,
  ]
}

/** The lines of one paragraph, each with its height. */
export const paragraphStrips = (text: PaperText, measure: Measure): Strip[] => {
  const style = partStyles[text.part]
  const height = style.line ?? paperSheet.line
  if (text.right !== undefined) return [{ strip: 'line', height, lines: endsOf(text, measure) }]
  const { size } = style
  const side = style.side * size
  const setting = {
    width: areaWidth - (text.rightEms ?? style.side) * size,
    first: side + style.first * size,
    hang: side + (text.hangEms === undefined ? 0 : (style.first + text.hangEms) * size),
    align: style.align,
    squeeze: squeezeFor(size),
  }
  return setLines(stretchesOf(text), setting, measure).map((line) => ({ strip: 'line' as const, height, lines: [line] }))
}

const cellSize = 12
const cellLine = 20
const cellPad = 4

const tableStrips = (rows: readonly (readonly string[])[], measure: Measure): Strip[] => {
  const widths = columnShares(rows).map((share) => areaWidth * share)
  const set = rows.map((cells, i): Row => {
    const font: PaperFont = i === 0 ? 'black' : 'text'
    const lines = widths.map((width, c) => {
      const text = cells[c] ?? ''
      const align = i === 0 || text.length < 12 ? 'center' : 'left'
      return setLines([{ text, font, size: cellSize }], { width: width - 2 * cellPad, first: 0, hang: 0, align, squeeze: 0 }, measure)
    })
    return { cells: lines, widths, height: Math.max(...lines.map((l) => l.length)) * cellLine + 2 * cellPad }
  })
  return set.map((row, i) => ({ strip: 'row', row, head: set[0]!, height: row.height, ...(i === 0 && set.length > 1 ? { tied: true } : {}) }))
}

const isHeading = (text: PaperText) =>
  text.part === 'caption' || ((text.part === 'level1' || text.part === 'level2') && text.heading === text.text.length)

const stripsOf = (piece: PaperPiece, measure: Measure): Strip[] => {
  switch (piece.piece) {
    case 'text': {
      const strips = paragraphStrips(piece, measure)
      return isHeading(piece) ? strips.map((s) => ({ ...s, tied: true })) : strips
    }
    case 'blank':
      return Array.from({ length: piece.lines }, () => ({ strip: 'blank', height: paperSheet.line }))
    case 'red-rule':
      return [{ strip: 'red-rule', height: pointsOf(4) }]
    case 'table':
      return tableStrips(piece.rows, measure)
    case 'seal':
      return piece.parts.flatMap((part) => paragraphStrips(part, measure)).map((s, i, all) => (i < all.length - 1 ? { ...s, tied: true } : s))
    case 'new-page':
      return [{ strip: 'new-page', height: 0 }]
    case 'imprint':
      return []
  }
}

/** The whole paper as strips. The last two lines of the text, the enclosures and the place for the seal stay together. */
export const flowOf = (pieces: readonly PaperPiece[], measure: Measure): Strip[] => {
  const seal = pieces.findIndex((p) => p.piece === 'seal')
  let lastText = seal - 1
  while (lastText > 0 && (pieces[lastText]!.piece === 'blank' || isEnclosure(pieces[lastText]!))) lastText--
  return pieces.flatMap((piece, i) => {
    const strips = stripsOf(piece, measure)
    if (i < lastText || i >= seal) return strips
    return strips.map((s, n) => (i === lastText && n < strips.length - 2 ? s : { ...s, tied: true }))
  })
}

const isEnclosure = (piece: PaperPiece) => piece.piece === 'text' && piece.part === 'enclosure'
