import type { PaperPiece, PaperText } from '@gongyou/contract/papers/layout.ts'
import { type PaperFont, partStyles } from '@gongyou/contract/papers/style.ts'
import { stretchesOf } from './flow.ts'

/** Every character a paper needs of each font, page numbers included. */
export const charactersOf = (pieces: readonly PaperPiece[]): Map<PaperFont, Set<string>> => {
  const used = new Map<PaperFont, Set<string>>([['song', new Set('— 0123456789')]])
  const add = (font: PaperFont, text: string) => {
    const chars = used.get(font) ?? new Set<string>()
    for (const char of text) chars.add(char)
    if (chars.size > 0) used.set(font, chars)
  }
  const addText = (text: PaperText) => {
    for (const stretch of stretchesOf(text)) add(stretch.font, stretch.text)
    add(partStyles[text.part].font, text.right ?? '')
    add('kai', text.rightName ?? '')
  }
  for (const piece of pieces) {
    if (piece.piece === 'text') addText(piece)
    if (piece.piece === 'seal' || piece.piece === 'imprint') piece.parts.forEach(addText)
    if (piece.piece === 'table') piece.rows.forEach((cells, i) => cells.forEach((cell) => add(i === 0 ? 'black' : 'text', cell)))
  }
  return used
}
