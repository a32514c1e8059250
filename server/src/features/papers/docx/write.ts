import type { PaperPiece } from '@gongyou/contract/papers/layout.ts'
import { paperSheet, pointsOf } from '@gongyou/contract/papers/style.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { escapeXml } from '../../../kit/sheets/xml-text.ts'
import { sameBytes } from './same-bytes.ts'
import { imprintOf } from './imprint.ts'
import { bodyTable } from './tables.ts'
import { blank, fontOf, lineOf, paragraphOf, run, twips } from './text.ts'

const { margin, width, height, lines, size, pageNumber } = paperSheet
const mm = (millimetres: number) => twips(pointsOf(millimetres))
const linePitch = twips(pointsOf(height - margin.top - margin.bottom) / lines)
const numberSize = 14

/** “— 1 —”, one square from the outer edge. */
const footer = (side: 'odd' | 'even') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: twips(numberSize) } : { left: twips(numberSize) },
        spacing: { line: twips(numberSize), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('song'), size: numberSize * 2 })],
      }),
    ],
  })

const redRule = () =>
  new Paragraph({
    // 4 mm beneath the number, as wide as the type area.
    spacing: lineOf(pointsOf(4)),
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: 'FF0000', space: 0 } },
    children: [run('', 'text', 5)],
  })

const pieceOf = (piece: PaperPiece, keepNext: boolean, newPage: boolean): (Paragraph | Table)[] => {
  const tie = { ...(keepNext ? { keepNext: true, widowControl: true } : {}), ...(newPage ? { pageBreakBefore: true } : {}) }
  switch (piece.piece) {
    case 'text':
      return [paragraphOf(piece, tie)]
    case 'blank':
      return Array.from({ length: piece.lines }, () => blank(tie))
    case 'red-rule':
      return [redRule()]
    case 'table':
      return [bodyTable(piece.rows)]
    case 'seal':
      return piece.parts.map((part, i) => paragraphOf(part, i < piece.parts.length - 1 ? { keepNext: true } : {}))
    case 'new-page':
      // The next paragraph begins the page: a paragraph for the break alone could itself fall on a page of its own.
      return []
    case 'imprint':
      return imprintOf(piece.parts)
  }
}

/** A heading that stands alone on its line does not stay behind at the foot of a page. */
const isHeading = (piece: PaperPiece | undefined) =>
  piece?.piece === 'text' && (piece.part === 'level1' || piece.part === 'level2') && piece.heading === piece.text.length

/** The end of the text and the place for the seal stay on one page: nobody seals an empty sheet. */
const tiedTo = (pieces: readonly PaperPiece[], at: number): boolean => {
  const piece = pieces[at]
  const next = pieces[at + 1]
  if (!piece || !next || (piece.piece !== 'text' && piece.piece !== 'blank')) return false
  const between = next.piece === 'blank' || (next.piece === 'text' && next.part === 'enclosure')
  return next.piece === 'seal' || (between && tiedTo(pieces, at + 1))
}

// Word and LibreOffice widen the places where Chinese meets digits; that tears 2026年11月20日 apart.
const withoutAutoSpace = (styles: string) =>
  styles.replace('<w:pPrDefault/>', '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault>')

export type AboutPaper = { title: string; author: string; day: string | null }

const coreOf = ({ title, author, day }: AboutPaper) => {
  const at = `${day ?? '2000-01-01'}T00:00:00Z`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}

/** The paper as a Word file laid out by GB/T 9704-2012; the same pieces give the same bytes. */
export const writeDocx = async (pieces: readonly PaperPiece[], about: AboutPaper): Promise<Buffer> => {
  const document = new Document({
    title: about.title,
    creator: about.author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf('text'), size: size * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(width), height: mm(height) },
            margin: {
              top: mm(margin.top),
              bottom: mm(margin.bottom),
              left: mm(margin.left),
              right: mm(margin.right),
              header: mm(15),
              footer: twips(pointsOf(margin.bottom - pageNumber) - numberSize),
            },
          },
          // No grid that lines snap to: the lines say their own height, and LibreOffice would double that of a title.
          grid: { type: DocumentGridType.DEFAULT, linePitch },
        },
        footers: { default: footer('odd'), even: footer('even') },
        children: pieces.flatMap((piece, i) => pieceOf(piece, isHeading(piece) || tiedTo(pieces, i), pieces[i - 1]?.piece === 'new-page')),
      },
    ],
  })
  return sameBytes(await Packer.toBuffer(document), { 'docProps/core.xml': () => coreOf(about), 'word/styles.xml': withoutAutoSpace })
}
