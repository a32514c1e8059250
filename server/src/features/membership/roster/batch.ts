import type { RosterBatch, RosterCounts } from '@gongyou/contract/membership/roster.ts'
import { type Updateable, sql } from 'kysely'
import type { Actor } from '../../../kit/actor.ts'
import type { Call, Database, Look, Tx } from '../../../kit/db/database.ts'
import type { Tables } from '../../../kit/db/tables.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { columnLetters } from '../../../kit/sheets/cell.ts'
import { type Reach, reachOf } from '../../organisations/index.ts'
import { type Mapping, type SheetColumn, isOurs } from './columns.ts'

export type State = RosterBatch['state']
/** Who imports, kept with the batch: a job after a restart acts with these rights and no others. */
export type Importer = { personId: string | null; name: string; standings: Actor['standings'] }

export const importerOf = (by: Actor): Importer => ({
  personId: by.personId,
  name: by.name,
  standings: by.standings.filter((s) => s.rights.includes('membership.import')),
})
const actorOf = (i: Importer): Actor => ({
  kind: 'staff',
  accountId: null,
  sessionId: null,
  personId: i.personId,
  name: i.name,
  standings: i.standings,
})
/** A step of the job as the ledger sees it. */
const callOf = (region: number, importer: Importer, operation: string): Call => ({ region, by: actorOf(importer), operation, request: newId() })

const select = (look: Look) =>
  look.db
    .selectFrom('membership.roster_batch as b')
    .leftJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'b.region').onRef('o.id', '=', 'b.default_org_id'))
    .selectAll('b')
    .select('o.name as org_name')
    .where('b.region', '=', look.region)
export type BatchRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

// A roster is its importer's; the district federation sees all.
const mine = async (look: Look) => {
  const reach: Reach = await reachOf(look, 'membership.import')
  return reach === 'all' ? sql<boolean>`true` : sql<boolean>`(b.importer_id = ${look.by.personId})`
}

export const findBatch = async (look: Look, id: string): Promise<BatchRow> => {
  const row = await select(look)
    .where('b.id', '=', id)
    .where(await mine(look))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

/** The batch, locked, if it stands at one of these steps. */
export const lockBatch = async (look: Look & { tx: Tx }, id: string, ...states: State[]): Promise<BatchRow> => {
  await look.tx.selectFrom('membership.roster_batch').select('id').where('region', '=', look.region).where('id', '=', id).forUpdate().execute()
  const row = await findBatch(look, id)
  if (!states.includes(row.state as State)) throw refuse('roster.wrong-step')
  return row
}

/** The call in whose name the job works: the importer's, with the rights at the moment of asking. */
export const findImporter = async (db: Database, id: string, region: number, operation: string): Promise<Call> => {
  const nobodyYet = { region, by: actorOf({ personId: null, name: '', standings: [] }) }
  const row = await db.read(nobodyYet, (look) =>
    look.db.selectFrom('membership.roster_batch').select('importer').where('region', '=', region).where('id', '=', id).executeTakeFirstOrThrow(),
  )
  return callOf(region, row.importer as Importer, operation)
}

export const changeBatch = (work: Look & { tx: Tx }, id: string, set: Updateable<Tables['membership.roster_batch']>) =>
  work.tx.updateTable('membership.roster_batch').set(set).where('region', '=', work.region).where('id', '=', id).execute()

const stepRows = (b: BatchRow) => {
  const [found, made] = [b.found as RosterCounts | null, b.made as RosterCounts | null]
  if (b.state === 'committing' || b.state === 'done') return (found?.new ?? 0) + (found?.update ?? 0)
  if (b.state === 'undoing' || b.state === 'undone') return (made?.new ?? 0) + (made?.update ?? 0)
  return b.total_rows
}

/** A batch as the screens see it. */
export const viewOf = (b: BatchRow): RosterBatch => ({
  id: b.id,
  state: b.state as State,
  fileName: b.file_name,
  fileBytes: b.file_bytes,
  format: b.format,
  sheet: b.sheet,
  headerRow: b.header_to,
  columns: (b.titles as SheetColumn[]).filter((c) => !isOurs(c.title)).map((c) => ({ ...c, letters: columnLetters(c.column) })),
  mapping: b.mapping as Mapping,
  defaultOrg: b.default_org_id ? { id: b.default_org_id, name: b.org_name! } : null,
  totalRows: b.total_rows,
  stepRows: stepRows(b),
  doneRows: b.done_rows,
  found: b.found as RosterCounts | null,
  made: b.made as RosterCounts | null,
  takenBack: b.taken_back as RosterBatch['takenBack'],
  importer: (b.importer as Importer).name,
  error: b.error,
  createdAt: b.created_at.toISOString(),
  endedAt: b.ended_at?.toISOString() ?? null,
  undoneAt: b.undone_at?.toISOString() ?? null,
})

/** Rosters of the importer, newest first. */
export const batchesOf = async (look: Look, wanted: { after?: string | undefined; limit: number }) => {
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await select(look)
    .where(await mine(look))
    .where('b.state', '<>', 'discarded')
    .$if(Boolean(at && id), (q) => q.where((e) => e(e.refTuple('b.created_at', 'b.id'), '<', e.tuple(new Date(at!), id!))))
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page.map(viewOf), next: rows.length > page.length && last ? `${last.created_at.toISOString()}|${last.id}` : null }
}
