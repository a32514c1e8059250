import type { Merge, Row, SheetSource } from './cell.ts'
import type { SheetLimits } from './limits.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetRefused } from './sheet-refused.ts'
import { readWorkbook } from './workbook-parts.ts'
import { WorksheetScanner } from './worksheet-scanner.ts'
import { xmlDecoder } from './xml-part.ts'
import { openArchive } from './zip-archive.ts'

/** Opens an .xlsx file for streaming; only the shared strings are held in memory. Throws SheetRefused. */
export async function openXlsx(path: string, limits: SheetLimits): Promise<SheetSource> {
  const zip = await openArchive(path, limits.maxInflated)
  try {
    if (zip.names.has('xl/workbook.bin')) throw new SheetRefused('unreadable', 'xlsb')
    const book = await readWorkbook(zip)
    let strings: string[] | undefined
    const merges = new Map<string, Merge[]>()

    const scannerFor = async (sheet: string | undefined, rowsWanted?: number) => {
      const part = book.sheets.find((s) => s.name === sheet)?.part
      if (part === undefined) throw new RangeError('no such sheet: ' + sheet)
      if (strings === undefined) strings = book.stringsPart === undefined ? [] : await readSharedStrings(zip, book.stringsPart, limits.maxStringChars)
      const context = { strings, looks: book.looks, dateSystem: book.dateSystem, maxCells: limits.maxCells }
      return { part, scanner: new WorksheetScanner(rowsWanted === undefined ? context : { ...context, rowsWanted }) }
    }

    async function* scan(part: string, scanner: WorksheetScanner): AsyncGenerator<void, void, undefined> {
      const decode = xmlDecoder()
      for await (const chunk of zip.read(part)) {
        scanner.write(decode(chunk))
        yield
      }
      scanner.write(decode())
      scanner.end()
      merges.set(part, scanner.merges)
    }

    const rows = async function* (sheet = book.sheets[0]?.name): AsyncGenerator<Row[], void, undefined> {
      const { part, scanner } = await scannerFor(sheet)
      for await (const _ of scan(part, scanner)) if (scanner.rows.length >= limits.batch) yield scanner.rows.splice(0)
      if (scanner.rows.length > 0) yield scanner.rows.splice(0)
    }

    return {
      format: 'xlsx',
      sheets: book.sheets.map((s) => s.name),
      rows,
      async survey(sheet, first) {
        const { part, scanner } = await scannerFor(sheet, first)
        for await (const _ of scan(part, scanner)) void _
        return { first: scanner.rows.slice(0, first), count: scanner.counted }
      },
      async merges(sheet = book.sheets[0]?.name) {
        const part = book.sheets.find((s) => s.name === sheet)?.part ?? ''
        // Merges stand behind the rows, so the first question costs one pass.
        if (!merges.has(part)) for await (const _ of rows(sheet)) void _
        return merges.get(part) ?? []
      },
      close: () => zip.close(),
    }
  } catch (error) {
    await zip.close()
    throw error
  }
}
