import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Look, Work } from '../../../kit/db/database.ts'
import type { Waiting } from './input.ts'
import type { Done } from './write-rows.ts'

/**
 * Rows between check and commit lie in the database by the chunk, deflated. One staging row for each row of the file was
 * tried: its insert at the check and its update at the commit took a quarter of the whole import and made it 200 MB larger.
 */
const pack = (value: unknown) => deflateRawSync(JSON.stringify(value), { level: 1 })
const unpack = <T>(packed: Buffer) => JSON.parse(inflateRawSync(packed).toString()) as T

/** A checked row that waits to be written. `look`: somebody should look at it all the same. */
export type WaitingRow = { row: number; outcome: 'new' | 'update'; personId: string; hash: string; look: boolean; input: Waiting }
/** A row that was written. */
export type WrittenRow = { row: number; personId: string; outcome: 'new' | 'update'; done: Done }
/** `seen`: every number of the chunk with its row, so that a check begun anew still knows repetitions. */
type Checked = { seen: (readonly [row: number, hash: string])[]; rows: WaitingRow[] }

export const storeChecked = async (work: Work, batchId: string, fromRow: number, toRow: number, checked: Checked) => {
  await work.tx.insertInto('membership.roster_chunk').values({ region: work.region, batch_id: batchId, from_row: fromRow, to_row: toRow, waiting: pack(checked) }).execute()
}

export const numbersSeen = async (look: Look, batchId: string) => {
  const chunks = await look.db.selectFrom('membership.roster_chunk').select('waiting').where('region', '=', look.region).where('batch_id', '=', batchId).orderBy('from_row').execute()
  const numbers = new Map<string, number>()
  for (const { waiting } of chunks) for (const [row, hash] of unpack<Checked>(waiting!).seen) if (!numbers.has(hash)) numbers.set(hash, row)
  return numbers
}

const next = async (look: Look, batchId: string, after: number, column: 'waiting' | 'done') => {
  const { rows } = await sql<{ from_row: number; to_row: number; packed: Buffer }>`
    select from_row, to_row, ${sql.ref(column)} as packed from membership.roster_chunk
     where region = ${look.region} and batch_id = ${batchId} and from_row > ${after} and ${sql.ref(column)} is not null order by from_row limit 1`.execute(look.raw)
  return rows[0]
}

/** The next chunk that waits to be written, after a row. */
export const nextWaiting = async (look: Look, batchId: string, after: number) => {
  const chunk = await next(look, batchId, after, 'waiting')
  return chunk && { fromRow: chunk.from_row, toRow: chunk.to_row, rows: unpack<Checked>(chunk.packed).rows }
}

/** The next chunk that was written and not undone, after a row. */
export const nextWritten = async (look: Look, batchId: string, after: number) => {
  const chunk = await next(look, batchId, after, 'done')
  return chunk && { fromRow: chunk.from_row, toRow: chunk.to_row, rows: unpack<WrittenRow[]>(chunk.packed) }
}

/** What waited is written; only what undoing needs is kept. */
export const storeWritten = (work: Work, batchId: string, fromRow: number, written: readonly WrittenRow[] | null) =>
  work.tx.updateTable('membership.roster_chunk').set({ waiting: null, done: written ? pack(written) : null }).where('region', '=', work.region).where('batch_id', '=', batchId).where('from_row', '=', fromRow).execute()
