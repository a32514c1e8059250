import type { RosterCounts } from '@gongyou/contract/membership/roster.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import type { Building } from '../../../kit/http/building.ts'
import { thriftily } from '../../../kit/thrift.ts'
import { reachOf } from '../../organisations/index.ts'
import { changeBatch, findBatch, findImporter, lockBatch } from './batch.ts'
import { revealWith } from './check.ts'
import { type WaitingChunk, type WaitingRow, nextWaiting } from './chunks.ts'
import { whole } from './faults.ts'
import { removeFile } from './file.ts'
import { knownPersons, openRegister } from './known.ts'
import { type Plan, planOf } from './plan.ts'
import type { Kept } from './problems.ts'
import { insertRows } from '../../../kit/db/rows-in-bulk.ts'
import { type Ready, writeRows } from './write-rows.ts'

const changedSince: Kept = {
  column: -1,
  level: 'bad',
  reason: whole.changedSince.reason,
  suggestion: whole.changedSince.suggestion ?? null,
  shown: '',
  name: '',
}

/**
 * What was found at the check is found again, now under lock: between the two somebody may have registered, moved or
 * corrected the same person. A row that can no longer be taken as it was checked is left out and says so.
 */
const readyRows = async (work: Work, { keys }: Building, staged: readonly WaitingRow[]) => {
  const reach = await reachOf(work, 'membership.import')
  const named = staged.flatMap((s) => (s.outcome === 'new' && s.input.mobile ? [{ name: s.input.name, mobile: s.input.mobile }] : []))
  const sealed = staged.some((s) => s.input.political_status ?? s.input.bank_card)
  const register = await knownPersons(work, { hashes: staged.map((s) => s.hash), named, sealed, lock: true })
  const reveal = revealWith(keys, work.region)
  const ready: Ready[] = []
  const left: { row: number; plan: Plan }[] = []
  for (const s of staged) {
    const known = register.of(s.hash, s.input.name, s.input.mobile)
    const plan = planOf(s.input, known, reach, reveal)
    if (plan.outcome === 'bad' || plan.outcome === 'unchanged') left.push({ row: s.row, plan })
    else ready.push({ row: s.row, personId: known?.id ?? s.personId, hash: s.hash, input: s.input, plan })
  }
  return { ready, left }
}

const columns = { batch_id: 'uuid', row: 'int', outcome: 'text', problems: 'jsonb' } as const

const commitChunk = async (work: Work, building: Building, batchId: string, chunk: WaitingChunk) => {
  const batch = await lockBatch(work, batchId, 'committing')
  if (batch.checkpoint !== chunk.after) throw new Error('another process went on with this roster')
  await openRegister(work)
  const { ready, left } = await readyRows(work, building, chunk.rows)
  const written = await writeRows(work, building.keys, { batchId, fromRow: chunk.fromRow }, ready)
  const changed = left.filter(({ plan }) => plan.outcome !== 'unchanged')
  await insertRows(
    work.tx,
    work.region,
    'membership.roster_row',
    columns,
    changed.map(({ row }) => ({ batch_id: batchId, row, outcome: 'changed', problems: [changedSince] })),
    sql`on conflict (region, batch_id, row) do update set outcome = excluded.outcome, problems = excluded.problems`,
  )
  const was = batch.made as RosterCounts
  const added = written.filter((w) => w.outcome === 'new').length
  const looks = new Set(ready.map((r) => r.row))
  const made: RosterCounts = {
    new: was.new + added,
    update: was.update + written.length - added,
    unchanged: was.unchanged + left.length - changed.length,
    bad: was.bad + changed.length,
    look: was.look + chunk.rows.filter((r) => r.look && looks.has(r.row)).length,
  }
  await changeBatch(work, batchId, { made: JSON.stringify(made), done_rows: batch.done_rows + chunk.rows.length, checkpoint: chunk.fromRow })
  work.ledger.audit({
    subject: batchId,
    purpose: 'roster-import',
    detail: { from: chunk.fromRow, to: chunk.toRow, new: added, update: written.length - added },
  })
}

const endCommit = async (work: Work, batchId: string) => {
  await lockBatch(work, batchId, 'committing')
  await changeBatch(work, batchId, { state: 'done', ended_at: work.at })
}

/** Imports the good rows of a batch, chunk by chunk; each chunk is whole or did not happen. */
export const commit = async (building: Building, batchId: string, region: number, goOn: () => boolean) => {
  const call = await findImporter(building.db, batchId, region, 'commitRoster')
  const { db, keys } = building
  const chunkAfter = (row: number) => db.read(call, (look) => nextWaiting(look, keys, batchId, row))
  const done = await thriftily(async () => {
    const { checkpoint } = await db.read(call, (look) => findBatch(look, batchId))
    let chunk = await chunkAfter(checkpoint)
    while (chunk && goOn()) {
      // While PostgreSQL writes one chunk, the next is opened; what waits is changed by nobody but us.
      const next = chunkAfter(chunk.fromRow)
      next.catch(() => {})
      const now = chunk
      await db.write(call, (work) => commitChunk(work, building, batchId, now))
      chunk = await next
    }
    if (chunk) return false
    await db.write(call, (work) => endCommit(work, batchId))
    return true
  })
  if (done) await removeFile(building.setup, batchId)
}
