import type { PaperText } from '@gongyou/contract/papers/layout.ts'
import {
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { paragraphOf, run, textWidth } from './text.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
// Eighths of a point: 0.35 mm outside, 0.25 mm between (GB/T 9704-2012, 7.4.1).
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

// Keeps two tables apart and carries the anchor; it takes up no room.
const spacer = () => new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [run('', 'text', 1)] })

/**
 * 版记 as a table that floats at the foot of its page, so that its rules are as wide as the type area while the text
 * stands in. LibreOffice leaves it beneath the text; frames of paragraphs it would not rule at all.
 */
export const imprintOf = (parts: readonly PaperText[]) => [
  spacer(),
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    margins: { left: 0, right: 0 },
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: parts.map(
      (text) => new TableRow({ cantSplit: true, children: [new TableCell({ margins: { left: 0, right: 0 }, children: [paragraphOf(text)] })] }),
    ),
  }),
  spacer(),
]
