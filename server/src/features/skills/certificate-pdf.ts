import { writtenDate } from '@gongyou/contract/papers/written.ts'
import { encode } from 'uqr'
import { cutFonts, placeOf } from '../papers/index.ts'
import type { CertificateRow } from './certificates.ts'

type Line = { text: string; size: number; y: number; font: 'title' | 'text' | 'kai'; red?: true; x?: number }

const page = { width: 841.89, height: 595.28 }
const linesOf = (c: CertificateRow): Line[] => [
  { text: c.kind === 'title' ? '荣誉证书' : '结业证书', size: 44, y: 120, font: 'title', red: true },
  { text: `${c.holder}　${c.unit}`, size: 22, y: 205, font: 'kai' },
  { text: c.reason, size: 18, y: 258, font: 'text' },
  { text: c.kind === 'title' ? `授予“${c.award}”称号` : c.award, size: 26, y: 318, font: 'title' },
  { text: c.issuer, size: 18, y: 430, font: 'text', x: 610 },
  { text: writtenDate(c.issued_on), size: 16, y: 462, font: 'text', x: 610 },
  { text: `证书编号　${c.number}`, size: 11, y: 508, font: 'text', x: 290 },
  { text: '扫码核验', size: 11, y: 508, font: 'text', x: 137 },
]

/** A certificate on one A4 page, across; the QR leads to the public page that says whether it is real. */
export const certificatePdf = async (c: CertificateRow, publicUrl: string): Promise<Buffer> => {
  const { default: PDFDocument } = await import('pdfkit')
  const day = new Date(`${c.issued_on}T00:00:00Z`)
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `${c.award} ${c.number}`, Author: c.issuer, CreationDate: day, ModDate: day },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  const lines = linesOf(c)
  for (const [id, font] of await cutFonts(charactersOf(lines))) pdf.registerFont(id, font)
  pdf
    .lineWidth(3)
    .strokeColor('#c1272d')
    .rect(28, 28, page.width - 56, page.height - 56)
    .stroke()
  pdf
    .lineWidth(0.75)
    .rect(36, 36, page.width - 72, page.height - 72)
    .stroke()
  for (const line of lines) {
    const glyphs = [...line.text].map((char) => placeOf(line.font, char))
    const width = glyphs.reduce((all, g) => all + pdf.font(g.id).fontSize(line.size).widthOfString(g.char), 0)
    let x = (line.x ?? page.width / 2) - width / 2
    for (const g of glyphs) {
      pdf
        .font(g.id)
        .fontSize(line.size)
        .fillColor(line.red ? '#c1272d' : '#1d1d1b')
        .text(g.char, x, line.y, { lineBreak: false, baseline: 'alphabetic' })
      x += pdf.widthOfString(g.char)
    }
  }
  drawQr(pdf, `${publicUrl}/m/certificate/${c.code}`, 92, 400, 90)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

const charactersOf = (lines: readonly Line[]) => {
  const used = new Map<Line['font'], Set<string>>()
  for (const l of lines) used.set(l.font, new Set([...(used.get(l.font) ?? []), ...l.text]))
  return used
}

const drawQr = (pdf: PDFKit.PDFDocument, text: string, x: number, y: number, side: number) => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = side / size
  pdf.fillColor('#000000')
  data.forEach((row, r) => row.forEach((dark, col) => dark && pdf.rect(x + col * unit, y + r * unit, unit, unit)))
  pdf.fill()
}
