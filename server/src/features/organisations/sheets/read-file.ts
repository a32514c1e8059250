import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '@gongyou/contract/kit/text.ts'
import { mostSheetRows } from '@gongyou/contract/organisations/sheet-limit.ts'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../../../kit/refuse.ts'
import type { PlainCell, Row, SheetSource } from '../../../kit/sheets/cell.ts'
import { findHeader } from '../../../kit/sheets/find-header.ts'
import { openSheet } from '../../../kit/sheets/open-sheet.ts'
import { SheetRefused } from '../../../kit/sheets/sheet-refused.ts'
import { type FieldCode, fieldOf, knownTitles } from './fields.ts'

const mostBytes = 10 * 1024 * 1024
const headRoom = 30

/** The rows beneath the header, each cell under its field; `column` says where a field stands. */
export type Sheet = { columns: ReadonlyMap<FieldCode, number>; rows: { number: number; cells: ReadonlyMap<FieldCode, PlainCell> }[] }

const rowsIn = async (source: SheetSource) => {
  const rows: Row[] = []
  let count = 0
  // Read on to the end without keeping: the sentence that refuses can then say how many there are.
  for await (const batch of source.rows()) {
    const full = batch.filter((r) => r.cells.some((c) => c.text.trim() !== ''))
    count += full.length
    if (rows.length <= mostSheetRows + headRoom) rows.push(...full)
  }
  return { rows, count }
}

const read = async (source: SheetSource): Promise<Sheet> => {
  const { rows, count } = await rowsIn(source)
  const header = findHeader(rows, await source.merges(), knownTitles)
  const columns = new Map<FieldCode, number>()
  for (const [column, title] of header?.titles ?? []) {
    const field = fieldOf(title)
    if (field && !columns.has(field)) columns.set(field, column)
  }
  if (!header || !columns.has('parent') || !columns.has('name')) throw refuse('organisations.sheet-no-header')
  const above = rows.filter((r) => r.number <= header.toRow).length
  if (count - above > mostSheetRows)
    throw refuse('organisations.sheet-too-long', {
      says: t(
        `一次最多导入 ${mostSheetRows.toLocaleString()} 行，这个文件有 ${(count - above).toLocaleString()} 行，请分成几个文件`,
        `At most ${mostSheetRows.toLocaleString()} rows at a time; this file has ${(count - above).toLocaleString()}. Please split it`,
      ),
    })
  return {
    columns,
    rows: rows.slice(above).map((r) => ({
      number: r.number,
      cells: new Map(
        [...columns].flatMap(([field, column]) => {
          const cell = r.cells[column]
          return cell ? [[field, cell.kind === 'formula' ? cell.result : cell] as const] : []
        }),
      ),
    })),
  }
}

/** Takes the one file of a request, reads its first sheet and keeps nothing. */
export const readFile = async (request: FastifyRequest): Promise<Sheet> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongyou-sheet-'))
  let source: SheetSource | undefined
  try {
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
    if (!part) throw refuse('request.unreadable')
    const place = path.join(folder, 'sheet')
    await pipeline(part.file, createWriteStream(place, { mode: 0o600 }))
    if (part.file.truncated)
      throw refuse('request.too-large', {
        says: t('文件超过 10 MB，请删去图片和多余的工作表', 'The file exceeds 10 MB; remove pictures and spare sheets'),
      })
    source = await openSheet(place, { maxBytes: mostBytes, maxInflated: 200 * 1024 * 1024, maxCells: 2_000_000 })
    return await read(source)
  } catch (error) {
    if (error instanceof SheetRefused) throw refuse('organisations.sheet-refused', { says: error.text })
    throw error
  } finally {
    await source?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
