import { SheetRefused } from './sheet-refused.ts'
import { unescapeCell } from './xml-text.ts'
import { parseXml } from './xml-part.ts'
import type { Archive } from './zip-archive.ts'

/**
 * Reads the table of shared strings: the runs of rich text joined, phonetic guides (拼音) left out. It must be held whole,
 * so it has its own limit in characters. Throws SheetRefused `too-large` past it.
 */
export async function readSharedStrings(zip: Archive, part: string, maxChars: number): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let inText = false
  let inPhonetic = false
  let chars = 0
  await parseXml(zip.read(part), {
    open(tag) {
      if (tag === 'si') current = ''
      else if (tag === 't') inText = !inPhonetic
      else if (tag === 'rPh') inPhonetic = true
    },
    text(text) {
      if (inText) current += text
    },
    close(tag) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inPhonetic = false
      else if (tag === 'si') {
        // Each string costs memory even when empty.
        chars += current.length + 16
        if (chars > maxChars) throw new SheetRefused('too-large', 'shared strings past ' + maxChars)
        strings.push(unescapeCell(current))
      }
    },
  })
  return strings
}
