import type { Archive } from '../../../kit/sheets/zip-archive.ts'
import { parseXml } from '../../../kit/sheets/xml-part.ts'
import { type ParagraphProperties, type RunProperties, takeParagraph, takeRun } from './properties.ts'

type Style = { run: RunProperties; paragraph: ParagraphProperties; basedOn?: string }

/** The styles of a document, each flattened over those it is based on. */
export type Styles = {
  paragraph(id: string | undefined): { run: RunProperties; paragraph: ParagraphProperties }
  character(id: string | undefined): RunProperties
  /** The font behind a name of the theme. */
  themeFont(name: string): string | undefined
}

const readTheme = async (archive: Archive, part: string) => {
  const fonts = new Map<string, string>()
  if (!archive.names.has(part)) return fonts
  let group = ''
  await parseXml(archive.read(part), {
    open: (name, attribute) => {
      if (name === 'majorFont' || name === 'minorFont') group = name.slice(0, 5)
      const face = attribute('typeface') ?? ''
      const isChinese = name === 'ea' || (name === 'font' && attribute('script') === 'Hans')
      // The theme may name an East Asian font outright; else the one for simplified Chinese counts.
      if (group && isChinese && face && (name === 'ea' || !fonts.has(`${group}EastAsia`))) fonts.set(`${group}EastAsia`, face)
    },
    close: (name) => {
      if (name === 'majorFont' || name === 'minorFont') group = ''
    },
  })
  return fonts
}

const mostSteps = 20

/** Reads styles and theme; a document may have neither. */
export const readStyles = async (archive: Archive, folder: string): Promise<Styles> => {
  const styles = new Map<string, Style>()
  const defaults: Style = { run: {}, paragraph: {} }
  let usual: string | undefined
  let at: Style | undefined
  const path: string[] = []
  if (archive.names.has(`${folder}styles.xml`))
    await parseXml(archive.read(`${folder}styles.xml`), {
      open: (name, attribute) => {
        if (name === 'docDefaults') at = defaults
        if (name === 'style') {
          at = { run: {}, paragraph: {} }
          const id = attribute('styleId') ?? ''
          styles.set(id, at)
          if (attribute('type') === 'paragraph' && /^(1|true|on)$/.test(attribute('default') ?? '')) usual = id
        }
        if (name === 'basedOn' && at) at.basedOn = attribute('val') ?? ''
        if (at && path.at(-1) === 'rPr') takeRun(at.run, name, attribute)
        if (at && path.at(-1) === 'pPr') takeParagraph(at.paragraph, name, attribute)
        path.push(name)
      },
      close: () => void path.pop(),
    })
  const theme = await readTheme(archive, `${folder}theme/theme1.xml`)
  const flattened = (id: string | undefined, from: Style): Style => {
    const chain: Style[] = []
    for (let now = id === undefined ? undefined : styles.get(id); now && chain.length < mostSteps; now = styles.get(now.basedOn ?? ''))
      chain.unshift(now)
    return chain.reduce((sum, s) => ({ run: { ...sum.run, ...s.run }, paragraph: { ...sum.paragraph, ...s.paragraph } }), from)
  }
  return {
    paragraph: (id) => flattened(id !== undefined && styles.has(id) ? id : usual, defaults),
    character: (id) => (id === undefined ? {} : flattened(id, { run: {}, paragraph: {} }).run),
    themeFont: (name) => theme.get(name),
  }
}
