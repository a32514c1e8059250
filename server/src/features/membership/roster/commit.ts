import type { RosterCounts } from '@gongyou/contract/membership/roster.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import type { Building } from '../../../kit/http/building.ts'
import { reachOf } from '../../organisations/index.ts'
import { changeBatch, findImporter, lockBatch } from './batch.ts'
import { chunkRows, revealWith } from './check.ts'
import { whole } from './faults.ts'
import { removeFile } from './file.ts'
import { type Waiting, openWaiting } from './input.ts'
import { knownPersons } from './known.ts'
import { type Plan, planOf } from './plan.ts'
import type { Kept } from './problems.ts'
import { updateRows } from './rows-in-bulk.ts'
import { type Ready, writeRows } from './write-rows.ts'

type Staged = { row: number; outcome: 'new' | 'update'; person_id: string; id_hash: Buffer; input: Waiting; problems: Kept[] | null }

const stagedAfter = async (work: Work, batchId: string, checkpoint: number) => {
  const { rows } = await sql<Staged>`
    select row, outcome, person_id, id_hash, input, problems from membership.roster_row
     where region = ${work.region} and batch_id = ${batchId} and row > ${checkpoint} and outcome in ('new', 'update') order by row limit ${chunkRows}`.execute(work.tx)
  return rows
}

const changedSince: Kept = { column: -1, level: 'bad', reason: whole.changedSince.reason, suggestion: whole.changedSince.suggestion ?? null, shown: '', name: '' }

/**
 * What was found at the check is found again, now under lock: between the two somebody may have registered, moved or
 * corrected the same person. A row that can no longer be taken as it was checked is left out and says so.
 */
const readyRows = async (work: Work, { keys }: Building, staged: readonly Staged[]) => {
  const reach = await reachOf(work, 'membership.import')
  const named = staged.flatMap((s) => (s.outcome === 'new' && s.input.mobile ? [{ name: s.input.name, mobile: s.input.mobile }] : []))
  const sealed = staged.some((s) => s.input.sealed.political_status ?? s.input.sealed.bank_card)
  const register = await knownPersons(work, { hashes: staged.map((s) => s.id_hash), named, sealed, lock: true })
  const reveal = revealWith(keys, work.region)
  const ready: Ready[] = []
  const left: { row: number; plan: Plan | null }[] = []
  for (const s of staged) {
    const known = register.of(s.id_hash.toString('hex'), s.input.name, s.input.mobile)
    // The sealed number belongs to the person of the check and to nobody else.
    const same = known ? known.id === s.person_id : s.input.sealed.id_number !== undefined
    const input = same ? openWaiting(keys, work.region, s.person_id, s.input) : null
    const plan = input ? planOf(input, known, reach, reveal) : null
    if (!plan || !input || plan.outcome === 'bad' || plan.outcome === 'unchanged') left.push({ row: s.row, plan })
    else ready.push({ row: s.row, personId: s.person_id, hash: s.id_hash, input, sealed: s.input.sealed, key: s.input.key, plan })
  }
  return { ready, left }
}

const columns = { outcome: 'text', done: 'jsonb', problems: 'jsonb', input: 'jsonb' } as const

const commitChunk = async (work: Work, building: Building, batchId: string) => {
  const batch = await lockBatch(work, batchId, 'committing')
  const staged = await stagedAfter(work, batchId, batch.checkpoint)
  const made = batch.made as RosterCounts
  if (staged.length > 0) {
    // Matching and comparing sealed fields of a whole roster is a registered bulk purpose; the audit line names it.
    await sql`select kit.set_unsealed('*')`.execute(work.tx)
    const { ready, left } = await readyRows(work, building, staged)
    const written = await writeRows(work, batchId, ready)
    const problems = new Map(staged.map((s) => [s.row, s.problems]))
    const settled = [
      ...written.map((w) => ({ batch_id: batchId, row: w.row, outcome: w.outcome, done: w.done, problems: problems.get(w.row) ?? null, input: null })),
      ...left.map(({ row, plan }) => ({ batch_id: batchId, row, outcome: plan?.outcome === 'unchanged' ? 'unchanged' : 'changed', done: null, problems: plan?.outcome === 'unchanged' ? (problems.get(row) ?? null) : [changedSince], input: null })),
    ]
    await updateRows(work.tx, work.region, 'membership.roster_row', { batch_id: 'uuid', row: 'int' }, columns, settled)
    for (const s of settled) made[s.outcome === 'changed' ? 'bad' : (s.outcome as 'new')]++
    made.look += settled.filter((s) => s.problems && s.outcome !== 'changed').length
    work.ledger.audit({ subject: batchId, purpose: 'roster-import', detail: { rows: staged.length, from: staged[0]!.row, to: staged.at(-1)!.row, new: written.filter((w) => w.outcome === 'new').length } })
  }
  const last = staged.length < chunkRows
  await changeBatch(work, batchId, {
    made: JSON.stringify(made), done_rows: batch.done_rows + staged.length, checkpoint: staged.at(-1)?.row ?? batch.checkpoint, ...(last ? { state: 'done', ended_at: work.at } : {}),
  })
  return last
}

/** Imports the good rows of a batch, chunk by chunk; each chunk is whole or did not happen. */
export const commit = async (building: Building, batchId: string, region: number, goOn: () => boolean) => {
  const call = await findImporter(building.db, batchId, region, 'commitRoster')
  for (let last = false; !last && goOn(); ) last = await building.db.write(call, (work) => commitChunk(work, building, batchId))
  const { state } = await building.db.read(call, (look) => look.db.selectFrom('membership.roster_batch').select('state').where('region', '=', region).where('id', '=', batchId).executeTakeFirstOrThrow())
  if (state === 'done') await removeFile(building.setup, batchId)
}
