import { type PaperText } from '@gongyou/contract/papers/layout.ts'
import { type PaperFont, type PartStyle, markSize, paperFonts, paperSheet, partStyles, pointsOf } from '@gongyou/contract/papers/style.ts'
import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, Tab, TabStopType, TextRun } from 'docx'

/** Word counts in twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20)
export const textWidth = twips(pointsOf(paperSheet.width - paperSheet.margin.left - paperSheet.margin.right))
export const lineOf = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT, before: 0, after: 0 })

// Latin letters and digits are half a square wide in Times as well, so columns of the grid stay in step.
export const fontOf = (font: PaperFont) => {
  const latin = font === 'text' || font === 'kai' ? 'Times New Roman' : paperFonts[font]
  return { ascii: latin, hAnsi: latin, eastAsia: paperFonts[font], cs: 'Times New Roman' }
}

// 28 squares of 16 pt are 6 pt wider than the type area: each gives up a quarter of a point. A grid of squares in the
// section would say the same, but LibreOffice then sets 18 to a line.
const squeeze = Math.floor(
  twips(pointsOf(paperSheet.width - paperSheet.margin.left - paperSheet.margin.right)) / paperSheet.squares - twips(paperSheet.size),
)

export const run = (text: string, font: PaperFont, points: number, red?: boolean) =>
  new TextRun({
    text,
    font: fontOf(font),
    size: points * 2,
    ...(points === paperSheet.size ? { characterSpacing: squeeze } : {}),
    ...(red ? { color: 'FF0000' } : {}),
  })

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

const indentOf = ({ hangEms, rightEms }: PaperText, style: PartStyle) => {
  const em = twips(style.size)
  const sides = { ...(style.side ? { left: style.side * em } : {}), right: Math.round((rightEms ?? style.side) * em) }
  if (hangEms !== undefined) return { ...sides, left: (style.side + style.first + hangEms) * em, hanging: hangEms * em }
  // In characters for Word and WPS, which then follow the grid; in twips for everything else.
  return style.first ? { ...sides, firstLine: style.first * em, firstLineChars: style.first * 100 } : sides
}

/** What stands at both ends of one line: a tab carries the second to the right edge. */
const ends = (text: PaperText, style: PartStyle) => {
  const em = twips(style.size)
  const inset = Math.max(1, style.side) * em
  return {
    paragraph: {
      alignment: AlignmentType.LEFT,
      indent: { left: inset, right: inset },
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth - inset }],
    },
    runs: [run(text.text, style.font, style.size), new TextRun({ children: [new Tab()] }), run(text.right ?? '', style.font, style.size)],
  }
}

/** One paragraph of a paper. `keepNext` ties it to what follows. */
export const paragraphOf = (text: PaperText, more: IParagraphOptions = {}) => {
  const own = partStyles[text.part]
  const style = text.part === 'mark' ? { ...own, size: markSize(text.text) } : own
  const spacing = lineOf(style.line ?? paperSheet.line)
  if (text.right !== undefined) {
    const { paragraph, runs } = ends(text, style)
    const name = text.rightName ? [run(text.rightName, 'kai', style.size)] : []
    return new Paragraph({ ...paragraph, spacing, children: [...runs, ...name], ...more })
  }
  const heading = text.heading ?? 0
  const parts = [
    heading > 0 ? run(text.text.slice(0, heading), style.font, style.size, style.red) : undefined,
    heading < text.text.length ? run(text.text.slice(heading), heading > 0 ? 'text' : style.font, style.size, style.red) : undefined,
  ]
  return new Paragraph({
    alignment: alignments[style.align],
    indent: indentOf(text, style),
    spacing,
    // A page of a paper is full to its last line, even where that leaves one line of a paragraph alone.
    widowControl: false,
    children: parts.filter((part) => part !== undefined),
    ...more,
  })
}

/** Empty lines of the text's own height. */
export const blank = (more: IParagraphOptions = {}) =>
  new Paragraph({ spacing: lineOf(paperSheet.line), children: [run('', 'text', paperSheet.size)], ...more })
