import { SheetRefused } from '../../../kit/sheets/sheet-refused.ts'
import { parseXml } from '../../../kit/sheets/xml-part.ts'
import type { Archive } from '../../../kit/sheets/zip-archive.ts'
import type { ReadDocument, ReadFooter, ReadParagraph, ReadRun, ReadSection } from './model.ts'
import type { Attribute, ParagraphProperties } from './properties.ts'
import { type Styles, readStyles } from './styles.ts'
import { type RawParagraph, textFlow } from './text-flow.ts'

const mostParagraphs = 20_000
const millimetres = (twips: string | undefined) => (Number(twips ?? 0) / 1440) * 25.4
// What Word does where nothing says anything.
const bare = { size: 20, font: '宋体', line: 240 }

const runsOf = (raw: RawParagraph, styles: Styles): ReadRun[] => {
  const beneath = styles.paragraph(raw.properties.style).run
  return raw.runs
    .filter((r) => r.text !== '')
    .map(({ text, properties }) => {
      const all = { ...beneath, ...styles.character(properties.style), ...properties }
      const themed = all.face?.theme === undefined ? undefined : styles.themeFont(all.face.theme)
      return { text, font: themed ?? all.face?.name ?? bare.font, size: (all.size ?? bare.size) / 2, color: (all.color ?? 'auto').toUpperCase() }
    })
}

const emsOfIndent = (chars: number | undefined, twips: number | undefined, size: number) =>
  chars !== undefined && chars !== 0 ? chars / 100 : (twips ?? 0) / 20 / size

const paragraphOf = (raw: RawParagraph, number: number, styles: Styles): ReadParagraph => {
  const p: ParagraphProperties = { ...styles.paragraph(raw.properties.style).paragraph, ...raw.properties }
  const runs = runsOf(raw, styles)
  const size = runs[0]?.size ?? 16
  const exact = p.lineRule === 'exact'
  const points = p.lineRule === 'exact' || p.lineRule === 'atLeast' ? (p.line ?? bare.line) / 20 : ((p.line ?? bare.line) / 240) * size * 1.3
  return {
    number,
    text: runs.map((r) => r.text).join(''),
    runs,
    align: p.align ?? 'left',
    line: { points, exact },
    firstEms: emsOfIndent(p.firstChars, p.first, size),
    leftEms: emsOfIndent(p.leftChars, p.left, size),
    rightEms: emsOfIndent(p.rightChars, p.right, size),
    before: p.beforeLines !== undefined ? (p.beforeLines / 100) * 28 : (p.before ?? 0) / 20,
    inTable: raw.inTable,
    inBox: raw.inBox,
  }
}

type FooterReference = { pages: ReadFooter['pages']; id: string }

const readBody = async (archive: Archive, part: string, styles: Styles) => {
  const paragraphs: ReadParagraph[] = []
  const sections: ReadSection[] = []
  const references: FooterReference[] = []
  let size = { width: 0, height: 0 }
  const other = (name: string, attribute: Attribute) => {
    if (name === 'pgSz') size = { width: millimetres(attribute('w')), height: millimetres(attribute('h')) }
    if (name === 'pgMar') {
      const [top, bottom, left, right] = (['top', 'bottom', 'left', 'right'] as const).map((side) => millimetres(attribute(side)))
      sections.push({ ...size, top: Math.abs(top!), bottom: Math.abs(bottom!), left: left!, right: right! })
    }
    if (name === 'footerReference') {
      const type = attribute('type')
      references.push({ pages: type === 'even' ? 'even' : type === 'first' ? 'first' : 'all', id: attribute('id') ?? '' })
    }
  }
  const take = (raw: RawParagraph) => {
    if (paragraphs.length >= mostParagraphs) throw new SheetRefused('too-large', `more than ${mostParagraphs} paragraphs`)
    paragraphs.push(paragraphOf(raw, paragraphs.length + 1, styles))
  }
  await parseXml(archive.read(part), textFlow(take, other))
  return { paragraphs, sections, references }
}

const targetsOf = async (archive: Archive, part: string) => {
  const targets = new Map<string, string>()
  if (archive.names.has(part))
    await parseXml(archive.read(part), {
      open: (name, attribute) => {
        if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '')
      },
    })
  return targets
}

const readFooter = async (archive: Archive, part: string, pages: ReadFooter['pages'], styles: Styles): Promise<ReadFooter | undefined> => {
  if (!archive.names.has(part)) return undefined
  const found: ReadParagraph[] = []
  await parseXml(
    archive.read(part),
    textFlow((raw) => void found.push(paragraphOf(raw, 0, styles))),
  )
  const numbered = found.find((p) => p.text.includes('#')) ?? found.find((p) => p.text.trim() !== '')
  if (!numbered) return undefined
  const run = numbered.runs.find((r) => r.text.includes('#')) ?? numbered.runs[0]
  return { pages, text: numbered.text, font: run?.font ?? '', size: run?.size ?? 0, align: numbered.align }
}

const hasEvenPages = async (archive: Archive, folder: string) => {
  let even = false
  if (archive.names.has(`${folder}settings.xml`))
    await parseXml(archive.read(`${folder}settings.xml`), {
      open: (name, attribute) => {
        if (name === 'evenAndOddHeaders') even = !/^(0|false|off)$/.test(attribute('val') ?? 'true')
      },
    })
  return even
}

/** Reads a Word file as it will look. `main` is the part with the text. */
export const readDocument = async (archive: Archive, main: string): Promise<ReadDocument> => {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const styles = await readStyles(archive, folder)
  const { paragraphs, sections, references } = await readBody(archive, main, styles)
  const targets = await targetsOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`)
  const footers: ReadFooter[] = []
  for (const { id, pages } of references) {
    const target = targets.get(id)
    const footer = target ? await readFooter(archive, target.startsWith('/') ? target.slice(1) : folder + target, pages, styles) : undefined
    if (footer) footers.push(footer)
  }
  return { paragraphs, sections, footers, evenPages: await hasEvenPages(archive, folder) }
}
