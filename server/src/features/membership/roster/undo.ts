import type { Text } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { thriftily } from '../../../kit/thrift.ts'
import type { Building } from '../../../kit/http/building.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type WrittenRow, nextWritten, storeWritten } from './chunks.ts'
import { changeBatch, findImporter, importerOf, lockBatch } from './batch.ts'
import { restoreEmployments, restoreMemberships, restorePersons, takeBackCreated } from './restore.ts'
import { insertRows } from '../../../kit/db/rows-in-bulk.ts'
import { hindrancesOf } from './undo-hindrances.ts'

const reversals: Record<string, string> = {
  'person.registered': 'person.registration-reversed',
  'person.corrected': 'person.correction-reversed',
  'membership.joined': 'membership.join-reversed',
  'membership.moved-in': 'membership.move-reversed',
  'membership.moved-out': 'membership.move-reversed',
  'membership.retained': 'membership.change-reversed',
  'membership.restored': 'membership.change-reversed',
}

/** Each act of the import gets its counter-act; what it counted for counts no more. */
const reverseActs = async (work: Work, batchId: string, rows: readonly WrittenRow[]) => {
  const ids = rows.flatMap((r) => r.done.acts)
  const { rows: acts } = await sql<{ id: string; kind: string; subject_id: string; org_id: string | null; person_id: string | null }>`
    select id, kind, subject_id, org_id, person_id from ledger.act where region = ${work.region} and id = any(${ids}::uuid[])`.execute(work.tx)
  for (const a of acts)
    work.ledger.act(
      {
        kind: reversals[a.kind] ?? 'act.reversed',
        subject: a.subject_id,
        org: a.org_id,
        person: a.person_id,
        reverses: a.id,
        data: { because: '撤销名册导入', batch: batchId },
      },
      false,
    )
}

const columns = { batch_id: 'uuid', row: 'int', outcome: 'text', problems: 'jsonb' } as const
const keptLine = (batchId: string, row: number, reasons: readonly Text[]) => ({
  batch_id: batchId,
  row,
  outcome: 'kept',
  problems: reasons.map((reason) => ({ column: -1, level: 'look', reason, suggestion: null, shown: '', name: '' })),
})

const undoChunk = async (work: Work, keys: KeyRing, batchId: string) => {
  const batch = await lockBatch(work, batchId, 'undoing')
  const chunk = await nextWritten(work, keys, batchId, batch.checkpoint)
  if (!chunk) {
    await changeBatch(work, batchId, { state: 'undone', undone_at: work.at })
    return true
  }
  // The persons are locked first, so that nothing comes to refer to them between the question and the deed.
  await sql`select 1 from people.person where region = ${work.region} and id = any(${chunk.rows.map((w) => w.personId)}::uuid[]) order by id for update`.execute(
    work.tx,
  )
  await sql`select kit.set_unsealed('*')`.execute(work.tx)
  const hindered = await hindrancesOf(work, chunk.rows)
  const free = chunk.rows.filter((w) => !hindered.has(w.row))
  await restoreEmployments(work, free)
  await restoreMemberships(work, free)
  await restorePersons(
    work,
    free.filter((w) => !w.done.created),
  )
  await takeBackCreated(
    work,
    free.filter((w) => w.done.created).map((w) => w.personId),
  )
  await reverseActs(work, batchId, free)
  await insertRows(
    work.tx,
    work.region,
    'membership.roster_row',
    columns,
    [...hindered].map(([row, reasons]) => keptLine(batchId, row, reasons)),
    sql`on conflict (region, batch_id, row) do update set outcome = excluded.outcome, problems = excluded.problems`,
  )
  await storeWritten(work, keys, batchId, chunk.fromRow, null)
  const was = (batch.taken_back as { undone: number; kept: number } | null) ?? { undone: 0, kept: 0 }
  const counts = { undone: was.undone + free.length, kept: was.kept + hindered.size }
  await changeBatch(work, batchId, { taken_back: JSON.stringify(counts), done_rows: batch.done_rows + chunk.rows.length, checkpoint: chunk.fromRow })
  work.ledger.audit({
    subject: batchId,
    purpose: 'roster-undo',
    detail: { from: chunk.fromRow, to: chunk.toRow, undone: free.length, kept: hindered.size },
  })
  return false
}

/** Lets the undoing of a whole batch begin. */
export const askUndo = async (work: Work, id: string) => {
  await lockBatch(work, id, 'done')
  await changeBatch(work, id, { state: 'undoing', checkpoint: 0, done_rows: 0, importer: JSON.stringify(importerOf(work.by)) })
  work.ledger.audit({ subject: id })
}

/** Takes a batch back chunk by chunk; what something else has since come to depend on stays and says why. */
export const undo = async (building: Building, batchId: string, region: number, goOn: () => boolean) => {
  const call = await findImporter(building.db, batchId, region, 'undoRoster')
  await thriftily(async () => {
    for (let last = false; !last && goOn();) last = await building.db.write(call, (work) => undoChunk(work, building.keys, batchId))
  })
}
