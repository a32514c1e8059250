import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { SheetPlan, Target } from './sheet-plan.ts'
import { worksheetXml } from './worksheet-writer.ts'
import { commentsDrawing, commentsPart, contentTypesPart, relationsPart, stylesPart, workbookPart, type Note } from './xlsx-parts.ts'

/**
 * Writes an .xlsx file as a stream: memory stays flat however many rows come. Text is always a text cell with format @,
 * so nothing that begins with = + - or @ ever becomes a formula. Cells past 32,767 characters are cut and end in “…”.
 * Throws SheetRefused `too-many-cells` past the size of a sheet; errors of the rows or of the target are passed on and
 * leave an unfinished file behind, which the caller deletes.
 */
export async function writeSheet(target: Target, plan: { readonly sheets: readonly SheetPlan[] }): Promise<void> {
  if (plan.sheets.length === 0) throw new RangeError('a workbook needs a sheet')
  const zip = new yazl.ZipFile()
  const stop = new AbortController()
  const out = typeof target === 'string' ? createWriteStream(target) : target
  const sent = pipeline(zip.outputStream as Readable, out, { signal: stop.signal })
  const failed = new Promise<never>((_, reject) => {
    sent.catch(reject)
    zip.on('error', reject)
  })
  failed.catch(() => {})
  try {
    await Promise.race([addParts(zip, plan.sheets), failed])
    zip.end()
    await Promise.race([sent, failed])
  } catch (error) {
    stop.abort()
    await sent.catch(() => {})
    throw error
  }
}

// Level 4 costs half the CPU of level 6 for a few more bytes. A fixed time makes equal contents equal files.
const options = { compressionLevel: 4, mtime: new Date('2000-01-01T00:00:00Z') }

async function addParts(zip: yazl.ZipFile, sheets: readonly SheetPlan[]): Promise<void> {
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options)
  const noted = new Set<number>()
  // This part first, and the content types last: programs that tell files by their first bytes accept either in front,
  // and only when the rows have gone by is it known which sheets have comments.
  add('_rels/.rels', relationsPart([['officeDocument', 'xl/workbook.xml']]))
  add('xl/workbook.xml', workbookPart(sheetNames(sheets)))
  add(
    'xl/_rels/workbook.xml.rels',
    relationsPart([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
  )
  add('xl/styles.xml', stylesPart)
  for (const [i, sheet] of sheets.entries()) {
    const n = i + 1
    const notes: Note[] = []
    await new Promise<void>((resolve, reject) => {
      const rows = Readable.from(worksheetXml(sheet, notes), { objectMode: false, highWaterMark: 262_144 })
      rows.on('error', reject)
      rows.on('end', resolve)
      zip.addReadStream(rows, `xl/worksheets/sheet${n}.xml`, options)
    })
    if (notes.length === 0) continue
    noted.add(n)
    add(
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relationsPart([
        ['comments', `../comments${n}.xml`],
        ['vmlDrawing', `../drawings/notes${n}.vml`],
      ]),
    )
    add(`xl/comments${n}.xml`, commentsPart(notes))
    add(`xl/drawings/notes${n}.vml`, commentsDrawing(notes))
  }
  add('[Content_Types].xml', contentTypesPart(sheets.length, noted))
}

// A sheet name has at most 31 characters, none of []:*?/\ and no apostrophe at its ends, and is unique without regard to case.
function sheetNames(sheets: readonly SheetPlan[]): string[] {
  const taken = new Set<string>()
  return sheets.map((sheet, i) => {
    // eslint-disable-next-line no-control-regex
    const clean =
      sheet.name
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 27)
        .replace(/[\ud800-\udbff]$/, '') || `Sheet${i + 1}`
    let name = clean
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${clean}(${k})`
    taken.add(name.toLowerCase())
    return name
  })
}
