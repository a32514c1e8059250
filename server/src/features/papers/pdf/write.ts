import type { PaperPiece } from '@gongyou/contract/papers/layout.ts'
import { type PaperFont, paperSheet, pointsOf } from '@gongyou/contract/papers/style.ts'
import type { AboutPaper } from '../docx/write.ts'
import { type Row, type Strip, areaWidth, flowOf, paragraphStrips } from './flow.ts'
import { cutFonts, placeOf } from './fonts.ts'
import type { Line, Measure } from './lines.ts'
import { type Placed, areaBottom, pagesOf } from './pages.ts'
import { charactersOf } from './used.ts'

const left = pointsOf(paperSheet.margin.left)
const numberSize = 14
type Pdf = PDFKit.PDFDocument

/** Draws glyphs from `x` on; neighbours from one font file go out together. */
const drawLine = (pdf: Pdf, { glyphs, x, gap }: Line, at: number, baseline: number) => {
  let from = 0
  let pen = at + x
  while (from < glyphs.length) {
    const first = glyphs[from]!
    const { id } = placeOf(first.font, first.char)
    let to = from
    let text = ''
    let width = 0
    for (; to < glyphs.length; to++) {
      const glyph = glyphs[to]!
      const place = placeOf(glyph.font, glyph.char)
      if (place.id !== id || glyph.size !== first.size) break
      text += place.char
      width += glyph.width + gap
    }
    pdf
      .font(id)
      .fontSize(first.size)
      .fillColor(first.red ? '#e60012' : '#000000')
      .text(text, pen, baseline, { lineBreak: false, characterSpacing: gap, baseline: 'alphabetic' })
    pen += width
    from = to
  }
}

/** The baseline of a line in its strip: as Word sets it, a little beneath the middle. */
const baselineIn = (y: number, height: number, size: number) => y + height / 2 + size * 0.36

const drawRow = (pdf: Pdf, { cells, widths, height }: Row, y: number) => {
  let x = left
  cells.forEach((lines, i) => {
    const width = widths[i]!
    pdf.lineWidth(0.5).strokeColor('#000000').rect(x, y, width, height).stroke()
    const top = y + (height - lines.length * 20) / 2
    lines.forEach((line, n) => drawLine(pdf, line, x + 4, baselineIn(top + n * 20, 20, 12)))
    x += width
  })
}

const drawStrip = (pdf: Pdf, strip: Strip, y: number) => {
  if (strip.strip === 'line')
    for (const line of strip.lines) drawLine(pdf, line, left, baselineIn(y, strip.height, line.glyphs[0]?.size ?? paperSheet.size))
  if (strip.strip === 'row') drawRow(pdf, strip.row, y)
  if (strip.strip === 'red-rule')
    pdf
      .lineWidth(1.5)
      .strokeColor('#e60012')
      .moveTo(left, y + strip.height)
      .lineTo(left + areaWidth, y + strip.height)
      .stroke()
}

const rule = (pdf: Pdf, y: number, millimetres: number) =>
  pdf
    .lineWidth(pointsOf(millimetres))
    .strokeColor('#000000')
    .moveTo(left, y)
    .lineTo(left + areaWidth, y)
    .stroke()

/** 版记 at the foot of the type area: thick rules outside, a thin one between. */
const drawImprint = (pdf: Pdf, parts: readonly Strip[][], height: number) => {
  let y = areaBottom - height
  parts.forEach((strips, i) => {
    rule(pdf, y, i === 0 ? 0.35 : 0.25)
    for (const strip of strips) {
      drawStrip(pdf, strip, y)
      y += strip.height
    }
  })
  rule(pdf, y, 0.35)
}

const drawNumber = (pdf: Pdf, page: number, measure: Measure) => {
  const glyphs = [...`— ${page} —`].map((char) => ({
    char,
    font: 'song' as const,
    size: numberSize,
    red: false,
    width: measure(char, 'song', numberSize),
  }))
  const width = glyphs.reduce((sum, g) => sum + g.width, 0)
  const x = page % 2 === 1 ? areaWidth - width - numberSize : numberSize
  drawLine(pdf, { glyphs, x, gap: 0 }, left, areaBottom + pointsOf(paperSheet.pageNumber) + numberSize * 0.6)
}

const drawPages = (pdf: Pdf, pages: readonly Placed[][], measure: Measure) =>
  pages.forEach((placed, i) => {
    pdf.addPage()
    for (const { strip, y } of placed) drawStrip(pdf, strip, y)
    drawNumber(pdf, i + 1, measure)
  })

/**
 * The paper as PDF for a phone: the same pieces as in Word, in free fonts of which just the used characters are embedded.
 * The same pieces give the same bytes.
 */
export const writePdf = async (pieces: readonly PaperPiece[], about: AboutPaper): Promise<Buffer> => {
  const day = new Date(`${about.day ?? '2000-01-01'}T00:00:00Z`)
  // 200 ms that the start of the server does not wait for.
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({
    size: [pointsOf(paperSheet.width), pointsOf(paperSheet.height)],
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: about.title, Author: about.author, CreationDate: day, ModDate: day },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  for (const [id, font] of await cutFonts(charactersOf(pieces))) pdf.registerFont(id, font)
  const known = new Map<string, number>()
  const measure: Measure = (char, font: PaperFont, size) => {
    const place = placeOf(font, char)
    const key = `${place.id} ${place.char}`
    const em = known.get(key) ?? pdf.font(place.id).fontSize(1000).widthOfString(place.char) / 1000
    known.set(key, em)
    return em * size
  }
  const imprint = pieces.flatMap((p) => (p.piece === 'imprint' ? p.parts.map((part) => paragraphStrips(part, measure)) : []))
  const foot = imprint.flat().reduce((sum, strip) => sum + strip.height, 0)
  drawPages(pdf, pagesOf(flowOf(pieces, measure), foot), measure)
  if (foot > 0) drawImprint(pdf, imprint, foot)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}
