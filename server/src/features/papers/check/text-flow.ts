import { type Attribute, type ParagraphProperties, type RunProperties, takeParagraph, takeRun } from './properties.ts'

export type RawRun = { text: string; properties: RunProperties }
export type RawParagraph = { properties: ParagraphProperties; runs: RawRun[]; inTable: boolean; inBox: boolean }

// What was deleted, what is only said twice for old programs, and how things were before a tracked change.
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'delText'])

/**
 * Gathers the paragraphs of a part as its elements go by: text boxes stand inside a paragraph, tables around them, and
 * a field shows `#` for the number of the page. Fed by `parseXml`.
 */
export const textFlow = (onParagraph: (p: RawParagraph) => void, onOther?: (name: string, attribute: Attribute) => void) => {
  const path: string[] = []
  const open: { paragraph: RawParagraph; run: RawRun | undefined }[] = []
  let skip = 0
  let tables = 0
  let boxes = 0
  let field: 'none' | 'named' | 'page' | 'other' = 'none'
  let instruction = ''
  let inResult = false
  const here = () => open.at(-1)
  const add = (text: string) => {
    const at = here()
    if (!at?.run || (inResult && field === 'page')) return
    at.run.text += text
  }
  const isPage = (text: string) => /^\s*PAGE\b/i.test(text)

  const fieldChar = (kind: string | undefined) => {
    if (kind === 'begin') {
      field = 'named'
      instruction = ''
    }
    if (kind === 'separate' || kind === 'end') {
      if (field === 'named') {
        field = isPage(instruction) ? 'page' : 'other'
        if (field === 'page') add('#')
      }
      inResult = kind === 'separate'
    }
    if (kind === 'end') field = 'none'
  }

  return {
    open: (name: string, attribute: Attribute) => {
      const parent = path.at(-1)
      path.push(name)
      if (skip > 0 || skipped.has(name)) return void skip++
      if (name === 'tbl') tables++
      if (name === 'txbxContent') boxes++
      if (name === 'p') open.push({ paragraph: { properties: {}, runs: [], inTable: tables > 0, inBox: boxes > 0 }, run: undefined })
      const at = here()
      if (at && name === 'r') {
        at.run = { text: '', properties: {} }
        at.paragraph.runs.push(at.run)
      }
      if (at && parent === 'pPr') takeParagraph(at.paragraph.properties, name, attribute)
      if (at?.run && parent === 'rPr' && path.at(-3) === 'r') takeRun(at.run.properties, name, attribute)
      if (name === 'tab' && parent === 'r') add('\t')
      if ((name === 'br' || name === 'cr') && parent === 'r') add('\n')
      if (name === 'fldChar') fieldChar(attribute('fldCharType'))
      if (name === 'fldSimple' && at && isPage(attribute('instr') ?? '')) {
        at.paragraph.runs.push({ text: '#', properties: {} })
        field = 'page'
        inResult = true
      }
      onOther?.(name, attribute)
    },
    text: (text: string) => {
      if (skip > 0) return
      if (path.at(-1) === 'instrText') instruction += text
      if (path.at(-1) === 't') add(text)
    },
    close: (name: string) => {
      path.pop()
      if (skip > 0) return void skip--
      if (name === 'tbl') tables--
      if (name === 'txbxContent') boxes--
      if (name === 'fldSimple') {
        field = 'none'
        inResult = false
      }
      const at = here()
      if (name === 'r' && at) at.run = undefined
      if (name === 'p' && at) {
        open.pop()
        onParagraph(at.paragraph)
      }
    },
  }
}
