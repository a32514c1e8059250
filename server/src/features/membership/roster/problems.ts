import type { RosterProblem } from '@gongyou/contract/membership/roster.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { type Row, columnLetters } from '../../../kit/sheets/cell.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type BatchRow, findBatch } from './batch.ts'
import { type Mapping, type SheetColumn } from './columns.ts'
import { valueOf } from './cells.ts'
import type { Fault } from './faults.ts'

/** A problem as it is kept: the column instead of the field, so that it stays true when the mapping changes. */
export type Kept = { column: number; level: Fault['level']; reason: Text; suggestion: Text | null; shown: string; name: string }

const columnOf = (batch: BatchRow, fault: Fault) => {
  const at = Object.entries(batch.mapping as Mapping).find(([, field]) => field === fault.field)
  return at ? Number(at[0]) : -1
}

export const problemsOf = (faults: readonly Fault[], batch: BatchRow, name: string): Kept[] =>
  faults.map((f) => ({ column: columnOf(batch, f), level: f.level, reason: f.reason, suggestion: f.suggestion ?? null, shown: f.shown ?? '', name }))

const placeOfRaw = (region: number, batch: string, row: number) => `${region}/${batch}/${row}`

/** The cells of a bad row as they came, sealed: they hold identity numbers, right or wrong. */
export const sealedCells = (keys: KeyRing, region: number, batch: BatchRow, row: Row) => {
  const sealed = keys.seal(JSON.stringify(row.cells.map((c) => valueOf(c).text)), placeOfRaw(region, batch.id, row.number))
  return { cipher: sealed.cipher.toString('base64'), key: sealed.keyId }
}

export const openCells = (keys: KeyRing, region: number, batch: string, row: number, sealed: { keyId: number; cipher: Buffer }) =>
  JSON.parse(keys.open(sealed, placeOfRaw(region, batch, row))) as string[]

/** One problem as the screen shows it: C17, what stands there, why, and what to do. */
export const shownProblem = (titles: readonly SheetColumn[], row: number, p: Kept): RosterProblem => ({
  row,
  cell: p.column < 0 ? '' : `${columnLetters(p.column)}${row}`,
  title: titles.find((c) => c.column === p.column)?.title ?? '',
  name: p.name,
  shown: p.shown,
  level: p.level,
  reason: p.reason,
  suggestion: p.suggestion,
})

/** Problems of a batch in the order of the sheet; a row with several gives several lines. */
export const problemsIn = async (look: Look, id: string, wanted: { level: Fault['level']; after?: string | undefined; limit: number }) => {
  const batch = await findBatch(look, id)
  const { rows } = await sql<{ row: number; problems: Kept[] }>`
    select row, problems from membership.roster_row where region = ${look.region} and batch_id = ${id} and row > ${Number(wanted.after ?? 0) || 0}
       and outcome = any(${wanted.level === 'bad' ? ['bad', 'changed'] : ['look', 'kept']}::text[]) order by row limit ${wanted.limit + 1}`.execute(
    look.raw,
  )
  const page = rows.slice(0, wanted.limit)
  const titles = batch.titles as SheetColumn[]
  return {
    rows: page.flatMap((r) => r.problems.filter((p) => wanted.level === 'look' || p.level === 'bad').map((p) => shownProblem(titles, r.row, p))),
    next: rows.length > page.length ? String(page.at(-1)!.row) : null,
  }
}
