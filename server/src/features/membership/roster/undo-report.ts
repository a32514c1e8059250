import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { findBatch } from './batch.ts'
import { nextWritten } from './chunks.ts'
import { hindrancesOf } from './undo-hindrances.ts'

const shownRows = 100

const namesOf = async (look: Look, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await look.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** What undoing would do, before anything is undone: how many rows go back, which stay and why. */
export const undoReport = async (look: Look, keys: KeyRing, id: string) => {
  const batch = await findBatch(look, id)
  if (batch.state !== 'done') throw refuse('roster.wrong-step')
  const reasons = new Map<string, { reason: Text; count: number }>()
  const shown: { row: number; personId: string; reasons: Text[] }[] = []
  let [undone, kept] = [0, 0]
  for (let after = 0; ;) {
    const chunk = await nextWritten(look, keys, id, after)
    if (!chunk) break
    const hindered = await hindrancesOf(look, chunk.rows)
    for (const w of chunk.rows) {
      const found = hindered.get(w.row)
      if (!found) {
        undone++
        continue
      }
      kept++
      for (const reason of found) reasons.set(reason.zh, { reason, count: (reasons.get(reason.zh)?.count ?? 0) + 1 })
      if (shown.length < shownRows) shown.push({ row: w.row, personId: w.personId, reasons: found })
    }
    after = chunk.fromRow
  }
  const names = await namesOf(
    look,
    shown.map((s) => s.personId),
  )
  return {
    undone,
    kept,
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
    rows: shown.map((s) => ({ row: s.row, person: { id: s.personId, name: names.get(s.personId) ?? '—' }, reasons: s.reasons })),
  }
}
