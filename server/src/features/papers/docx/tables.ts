import { AlignmentType, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { columnShares } from '@gongyou/contract/papers/columns.ts'
import { run, textWidth, twips } from './text.ts'

const cell = (text: string, head: boolean, width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: head || text.length < 12 ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: twips(20), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [run(text, head ? 'black' : 'text', 12)],
      }),
    ],
  })

/** A table in the body: head in 黑体, repeated on every page, no row torn in two. Columns are as wide as what stands in them. */
export const bodyTable = (rows: readonly (readonly string[])[]) => {
  const widths = columnShares(rows).map((share) => Math.floor(textWidth * share))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, i) => new TableRow({ cantSplit: true, tableHeader: i === 0, children: widths.map((width, c) => cell(cells[c] ?? '', i === 0, width)) }),
    ),
  })
}
