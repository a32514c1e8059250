import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Look, Work } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import type { Input } from './input.ts'
import type { Done } from './write-rows.ts'

/**
 * Rows between check and commit lie in the database by the chunk: deflated, and sealed as a whole, for they hold identity
 * numbers in clear. One staging row for each row of the file was tried: its insert at the check and its update at the
 * commit took a quarter of the whole import; sealing each field of it took 40 µs a row more.
 */
const pack = (keys: KeyRing, place: string, value: unknown) => keys.seal(deflateRawSync(JSON.stringify(value), { level: 1 }), place)
const unpack = <T>(keys: KeyRing, place: string, sealed: { keyId: number; cipher: Buffer }) =>
  JSON.parse(inflateRawSync(keys.openBytes(sealed, place)).toString()) as T
const placeOf = (region: number, batchId: string, fromRow: number) => `${region}/${batchId}/${fromRow}`

/** A checked row that waits to be written. `look`: somebody should look at it all the same. */
export type WaitingRow = { row: number; outcome: 'new' | 'update'; personId: string; hash: string; look: boolean; input: Input }
/** A row that was written. */
export type WrittenRow = { row: number; personId: string; outcome: 'new' | 'update'; done: Done }
/** `seen`: the numbers of rows that do not wait, with their rows, so that a check begun anew still knows every repetition. */
type Checked = { seen: (readonly [row: number, hash: string])[]; rows: WaitingRow[] }

export const storeChecked = async (work: Work, keys: KeyRing, batchId: string, fromRow: number, toRow: number, checked: Checked) => {
  const sealed = pack(keys, placeOf(work.region, batchId, fromRow), checked)
  await work.tx
    .insertInto('membership.roster_chunk')
    .values({ region: work.region, batch_id: batchId, from_row: fromRow, to_row: toRow, key_id: sealed.keyId, waiting: sealed.cipher })
    .execute()
}

export const numbersSeen = async (look: Look, keys: KeyRing, batchId: string) => {
  const chunks = await look.db
    .selectFrom('membership.roster_chunk')
    .select(['from_row', 'key_id', 'waiting'])
    .where('region', '=', look.region)
    .where('batch_id', '=', batchId)
    .orderBy('from_row')
    .execute()
  const numbers = new Map<string, number>()
  const note = (row: number, hash: string) => void numbers.set(hash, Math.min(row, numbers.get(hash) ?? row))
  for (const { from_row, key_id, waiting } of chunks) {
    const checked = unpack<Checked>(keys, placeOf(look.region, batchId, from_row), { keyId: key_id, cipher: waiting! })
    for (const [row, hash] of checked.seen) note(row, hash)
    for (const { row, hash } of checked.rows) note(row, hash)
  }
  return numbers
}

const next = async <T>(look: Look, keys: KeyRing, batchId: string, after: number, column: 'waiting' | 'done') => {
  const { rows } = await sql<{ from_row: number; to_row: number; key_id: number; cipher: Buffer }>`
    select from_row, to_row, key_id, ${sql.ref(column)} as cipher from membership.roster_chunk
     where region = ${look.region} and batch_id = ${batchId} and from_row > ${after} and ${sql.ref(column)} is not null order by from_row limit 1`.execute(
    look.raw,
  )
  const chunk = rows[0]
  return (
    chunk && {
      fromRow: chunk.from_row,
      toRow: chunk.to_row,
      held: unpack<T>(keys, placeOf(look.region, batchId, chunk.from_row), { keyId: chunk.key_id, cipher: chunk.cipher }),
    }
  )
}

export type WaitingChunk = { after: number; fromRow: number; toRow: number; rows: WaitingRow[] }

/** The next chunk that waits to be written, after a row. */
export const nextWaiting = async (look: Look, keys: KeyRing, batchId: string, after: number): Promise<WaitingChunk | undefined> => {
  const chunk = await next<Checked>(look, keys, batchId, after, 'waiting')
  return chunk && { after, fromRow: chunk.fromRow, toRow: chunk.toRow, rows: chunk.held.rows }
}

/** The next chunk that was written and not undone, after a row. */
export const nextWritten = async (look: Look, keys: KeyRing, batchId: string, after: number) => {
  const chunk = await next<WrittenRow[]>(look, keys, batchId, after, 'done')
  return chunk && { fromRow: chunk.fromRow, toRow: chunk.toRow, rows: chunk.held }
}

/** What waited is written; only what undoing needs is kept, and after undoing nothing. */
export const storeWritten = (work: Work, keys: KeyRing, batchId: string, fromRow: number, written: readonly WrittenRow[] | null) => {
  const sealed = written && pack(keys, placeOf(work.region, batchId, fromRow), written)
  return work.tx
    .updateTable('membership.roster_chunk')
    .set({ waiting: null, done: sealed?.cipher ?? null, ...(sealed ? { key_id: sealed.keyId } : {}) })
    .where('region', '=', work.region)
    .where('batch_id', '=', batchId)
    .where('from_row', '=', fromRow)
    .execute()
}
