import type { Look, Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { changeBatch, importerOf, lockBatch } from './batch.ts'
import { type Mapping, type SheetColumn, guess, missingIn, signatureOf, twiceIn } from './columns.ts'
import type { Inspected } from './inspect.ts'
import { unionsWithin } from './unions.ts'

const remembered = async (look: Look, columns: readonly SheetColumn[]): Promise<Mapping | undefined> => {
  const row = await look.db
    .selectFrom('membership.roster_mapping')
    .select('mapping')
    .where('region', '=', look.region)
    .where('titles', '=', signatureOf(columns))
    .executeTakeFirst()
  return row?.mapping as Mapping | undefined
}

/** A post that reaches one member-holding union only needs no column for it. */
const onlyUnion = async (work: Work) => {
  const reach = await reachOf(work, 'membership.import')
  if (reach === 'all') return null
  const unions = await unionsWithin(work, reach)
  const mine = reach.flatMap((id) => unions.byId(id) ?? [])
  return mine.length === 1 ? mine[0]!.id : null
}

/** Enters a roster whose file was read to its end. */
export const startBatch = async (work: Work, id: string, file: { name: string; bytes: number }, seen: Inspected) => {
  await work.tx
    .insertInto('membership.roster_batch')
    .values({
      region: work.region,
      id,
      state: 'uploaded',
      file_name: file.name,
      file_bytes: file.bytes,
      format: seen.format,
      sheet: seen.sheet,
      header_from: seen.fromRow,
      header_to: seen.toRow,
      titles: JSON.stringify(seen.columns),
      mapping: JSON.stringify((await remembered(work, seen.columns)) ?? guess(seen.columns)),
      default_org_id: await onlyUnion(work),
      total_rows: seen.rows,
      importer: JSON.stringify(importerOf(work.by)),
      importer_id: work.by.personId,
      created_at: work.at,
    })
    .execute()
  await work.tx.insertInto('membership.roster_turn').values({ region: work.region, batch_id: id }).execute()
  work.ledger.audit({ subject: id, detail: { file: file.name, rows: seen.rows } })
}

type Settled = { mapping: Mapping; defaultOrgId?: string | null | undefined }

/** The mapping, if it can be used; the default union, if it is the importer's. */
export const settle = async (look: Look, columns: readonly SheetColumn[], given: Settled) => {
  if (missingIn(given.mapping).length > 0) throw refuse('roster.columns-missing')
  if (twiceIn(given.mapping)) throw refuse('roster.column-twice')
  if (Object.keys(given.mapping).some((c) => !columns.some((x) => x.column === Number(c))))
    throw refuse('request.invalid', { fields: [{ path: 'mapping', message: '表里没有这一列' }] })
  if (given.defaultOrgId && !(await unionsWithin(look, await reachOf(look, 'membership.import'))).byId(given.defaultOrgId))
    throw refuse('record.not-found')
}

const forgetRows = async (work: Work, id: string) => {
  for (const table of ['membership.roster_row', 'membership.roster_chunk'] as const)
    await work.tx.deleteFrom(table).where('region', '=', work.region).where('batch_id', '=', id).execute()
}

/** Fixes what the columns mean, remembers it for files with the same titles, and lets the check begin anew. */
export const askCheck = async (work: Work, id: string, given: Settled) => {
  const batch = await lockBatch(work, id, 'uploaded', 'checked', 'failed')
  if (batch.made) throw refuse('roster.wrong-step')
  const columns = batch.titles as SheetColumn[]
  await settle(work, columns, given)
  const mapping = JSON.stringify(given.mapping)
  await work.tx
    .insertInto('membership.roster_mapping')
    .values({ region: work.region, titles: signatureOf(columns), mapping, changed_at: work.at, changed_by: work.by.personId })
    .onConflict((c) => c.columns(['region', 'titles']).doUpdateSet({ mapping, changed_at: work.at, changed_by: work.by.personId }))
    .execute()
  await forgetRows(work, id)
  await changeBatch(work, id, {
    state: 'mapped',
    mapping,
    default_org_id: given.defaultOrgId ?? null,
    checkpoint: 0,
    done_rows: 0,
    found: null,
    error: null,
    importer: JSON.stringify(importerOf(work.by)),
  })
  work.ledger.audit({ subject: id })
}

/** Lets the import of the good rows begin. */
export const askCommit = async (work: Work, id: string) => {
  await lockBatch(work, id, 'checked')
  await changeBatch(work, id, {
    state: 'committing',
    checkpoint: 0,
    done_rows: 0,
    made: JSON.stringify({ new: 0, update: 0, unchanged: 0, bad: 0, look: 0 }),
    importer: JSON.stringify(importerOf(work.by)),
  })
  work.ledger.audit({ subject: id })
}

/** Drops a roster that was never imported, with everything read from it. */
export const discard = async (work: Work, id: string) => {
  const batch = await lockBatch(work, id, 'uploaded', 'checked', 'failed')
  if (batch.made) throw refuse('roster.wrong-step')
  await forgetRows(work, id)
  await changeBatch(work, id, { state: 'discarded', ended_at: work.at })
  work.ledger.audit({ subject: id })
}
