import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '@gongyou/contract/kit/text.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../refuse.ts'
import type { PlainCell, Row, SheetSource } from './cell.ts'
import { findHeader } from './find-header.ts'
import { openSheet } from './open-sheet.ts'
import { SheetRefused } from './sheet-refused.ts'

const mostBytes = 10 * 1024 * 1024
const headRoom = 30

/** The rows beneath the header, each cell under its field; `columns` says where a field stands, `titles` in which words. */
export type Sheet<F extends string> = {
  columns: ReadonlyMap<F, number>
  titles: readonly string[]
  rows: { number: number; cells: ReadonlyMap<F, PlainCell> }[]
}

/** What a small sheet must be like, and how it is refused where it is not. */
export type Wanted<F extends string> = {
  mostRows: number
  knownTitles: readonly string[]
  fieldOf: (title: string) => F | undefined
  /** Columns without which there is no header. */
  must: readonly F[]
  unreadable: ProblemCode
  noHeader: ProblemCode
  tooLong: ProblemCode
}

const rowsIn = async (source: SheetSource, mostRows: number) => {
  const rows: Row[] = []
  let count = 0
  // Read on to the end without keeping: the sentence that refuses can then say how many there are.
  for await (const batch of source.rows()) {
    const full = batch.filter((r) => r.cells.some((c) => c.text.trim() !== ''))
    count += full.length
    if (rows.length <= mostRows + headRoom) rows.push(...full)
  }
  return { rows, count }
}

const read = async <F extends string>(source: SheetSource, wanted: Wanted<F>): Promise<Sheet<F>> => {
  const { mostRows } = wanted
  const { rows, count } = await rowsIn(source, mostRows)
  const header = findHeader(rows, await source.merges(), wanted.knownTitles)
  const columns = new Map<F, number>()
  const titles: string[] = []
  for (const [column, title] of header?.titles ?? []) {
    const field = wanted.fieldOf(title)
    if (!field || columns.has(field)) continue
    columns.set(field, column)
    titles.push(title)
  }
  if (!header || wanted.must.some((f) => !columns.has(f))) throw refuse(wanted.noHeader)
  const above = rows.filter((r) => r.number <= header.toRow).length
  if (count - above > mostRows)
    throw refuse(wanted.tooLong, {
      says: t(
        `一次最多导入 ${mostRows.toLocaleString()} 行，这个文件有 ${(count - above).toLocaleString()} 行，请分成几个文件`,
        `At most ${mostRows.toLocaleString()} rows at a time; this file has ${(count - above).toLocaleString()}. Please split it`,
      ),
    })
  return {
    columns,
    titles,
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

/** Takes the one file of a request, reads its first sheet and keeps nothing: for lists of some thousand rows. */
export const receiveSheet = async <F extends string>(request: FastifyRequest, wanted: Wanted<F>): Promise<Sheet<F>> => {
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
    return await read(source, wanted)
  } catch (error) {
    if (error instanceof SheetRefused) throw refuse(wanted.unreadable, { says: error.text })
    throw error
  } finally {
    await source?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
