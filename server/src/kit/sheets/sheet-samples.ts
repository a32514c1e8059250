import { createWriteStream } from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import yazl from 'yazl'
import { afterAll } from 'vitest'
import type { Row } from './cell.ts'
import type { SheetLimits } from './limits.ts'
import { openSheet } from './open-sheet.ts'

/** A folder for one test file's samples, removed when its tests are over. Returns a function that names files in it. */
export function sampleFolder(): (name: string, content?: Buffer | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name, content) => {
    const path = join(folder, name)
    if (content !== undefined) writeFileSync(path, content)
    return path
  }
}

/** Every row of a sheet of a file, which is closed again. */
export async function rowsOf(path: string, sheet?: string, limits?: Partial<SheetLimits>): Promise<Row[]> {
  const source = await openSheet(path, limits)
  try {
    const rows: Row[] = []
    for await (const batch of source.rows(sheet)) rows.push(...batch)
    return rows
  } finally {
    await source.close()
  }
}

/** The shown text of every cell. */
export const textsOf = async (path: string, sheet?: string): Promise<string[][]> =>
  (await rowsOf(path, sheet)).map((row) => row.cells.map((cell) => cell.text))

/** Zips parts into a file as another program would have. */
export async function zipTo(path: string, parts: Record<string, string | Buffer>): Promise<string> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await pipeline(zip.outputStream as Readable, createWriteStream(path))
  return path
}

const rel = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const rels = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

/** The parts of a workbook as LibreOffice lays them out: shared strings, two sheets, parts in another order than ours. */
export function foreignParts(
  sheet1: string,
  more: { strings?: string; styles?: string; workbookPr?: string; sheet2?: string } = {},
): Record<string, string> {
  return {
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': rels(
      rel('rId1', 'styles', 'styles.xml') +
        rel('rId2', 'worksheet', 'worksheets/sheet1.xml') +
        rel('rId3', 'worksheet', '/xl/worksheets/sheet2.xml') +
        rel('rId4', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${more.workbookPr ?? ''}<sheets><sheet name="会员 &amp; 名册" sheetId="1" state="visible" r:id="rId2"/><sheet name="说明" sheetId="2" r:id="rId3"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more.styles ?? '<cellXfs><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more.strings ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>${sheet1}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more.sheet2 ?? '<sheetData/>'}</worksheet>`,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  }
}
