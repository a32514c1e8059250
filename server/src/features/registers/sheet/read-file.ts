import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { mostEntryRows } from '@gongyou/contract/registers/sheet-limit.ts'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../../../kit/refuse.ts'
import type { PlainCell, Row, SheetSource } from '../../../kit/sheets/cell.ts'
import { findHeader, titleKey } from '../../../kit/sheets/find-header.ts'
import { markTitles } from '../../../kit/sheets/mark-workbook.ts'
import { openSheet } from '../../../kit/sheets/open-sheet.ts'
import { SheetRefused } from '../../../kit/sheets/sheet-refused.ts'
import { type SheetColumn, columnsOf, titlesOf } from './columns.ts'

const mostBytes = 10 * 1024 * 1024
const headRoom = 30

/** The rows beneath the header, each cell under its column; `at` says where a column stands, `titles` what stood above each. */
export type Sheet = {
  columns: ReadonlyMap<string, SheetColumn>
  at: ReadonlyMap<string, number>
  titles: readonly string[]
  rows: { number: number; cells: ReadonlyMap<string, PlainCell>; raw: readonly string[] }[]
}

const rowsIn = async (source: SheetSource) => {
  const rows: Row[] = []
  let count = 0
  // Read on to the end without keeping: the sentence that refuses can then say how many there are.
  for await (const batch of source.rows()) {
    const full = batch.filter((r) => r.cells.some((c) => c.text.trim() !== ''))
    count += full.length
    if (rows.length <= mostEntryRows + headRoom) rows.push(...full)
  }
  return { rows, count }
}

const read = async (register: Register, source: SheetSource): Promise<Sheet> => {
  const { rows, count } = await rowsIn(source)
  const known = titlesOf(columnsOf(register))
  const header = findHeader(rows, await source.merges(), [...known.keys()])
  const columns = new Map<string, SheetColumn>()
  const at = new Map<string, number>()
  const ours = new Set(markTitles.map(titleKey))
  for (const [column, title] of header?.titles ?? []) {
    const found = known.get(titleKey(title))
    if (!found || at.has(found.code) || ours.has(titleKey(title))) continue
    columns.set(found.code, found)
    at.set(found.code, column)
  }
  const fields = [...columns.values()].filter((c) => c.field)
  if (!header || fields.length === 0) throw refuse('registers.sheet-no-header')
  const above = rows.filter((r) => r.number <= header.toRow).length
  if (count - above > mostEntryRows)
    throw refuse('registers.sheet-too-long', {
      says: t(
        `一次最多导入 ${mostEntryRows.toLocaleString()} 行，这个文件有 ${(count - above).toLocaleString()} 行，请分成几个文件`,
        `At most ${mostEntryRows.toLocaleString()} rows at a time; this file has ${(count - above).toLocaleString()}. Please split it`,
      ),
    })
  const width = Math.max(...header.titles.keys()) + 1
  return {
    columns,
    at,
    titles: Array.from({ length: width }, (_, i) => header.titles.get(i) ?? ''),
    rows: rows.slice(above).map((r) => ({
      number: r.number,
      raw: r.cells.slice(0, width).map((c) => (c.kind === 'formula' ? c.result.text : c.text)),
      cells: new Map(
        [...at].flatMap(([code, column]) => {
          const cell = r.cells[column]
          return cell ? [[code, cell.kind === 'formula' ? cell.result : cell] as const] : []
        }),
      ),
    })),
  }
}

/** Takes the one file of a request, reads its first sheet and keeps nothing. */
export const readFile = async (register: Register, request: FastifyRequest): Promise<Sheet> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongyou-register-'))
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
    return await read(register, source)
  } catch (error) {
    if (error instanceof SheetRefused) throw refuse('registers.sheet-refused', { says: error.text })
    throw error
  } finally {
    await source?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
