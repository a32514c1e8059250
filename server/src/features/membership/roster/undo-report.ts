import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { findBatch } from './batch.ts'
import { hindrancesOf, writtenAfter } from './undo-hindrances.ts'

const chunk = 5_000
const shownRows = 100

/** What undoing would do, before anything is undone: how many rows go back, which stay and why. */
export const undoReport = async (look: Look, id: string) => {
  const batch = await findBatch(look, id)
  if (batch.state !== 'done') throw refuse('roster.wrong-step')
  const reasons = new Map<string, { reason: Text; count: number }>()
  const rows: { row: number; person: { id: string; name: string }; reasons: Text[] }[] = []
  let [undone, kept, after] = [0, 0, 0]
  for (;;) {
    const written = await writtenAfter(look, id, after, chunk)
    const hindered = written.length > 0 ? await hindrancesOf(look, written) : new Map<number, Text[]>()
    for (const w of written) {
      const found = hindered.get(w.row)
      if (!found) { undone++; continue }
      kept++
      for (const reason of found) reasons.set(reason.zh, { reason, count: (reasons.get(reason.zh)?.count ?? 0) + 1 })
      if (rows.length < shownRows) rows.push({ row: w.row, person: { id: w.person_id, name: w.name ?? '—' }, reasons: found })
    }
    if (written.length < chunk) break
    after = written.at(-1)!.row
  }
  return { undone, kept, reasons: [...reasons.values()].sort((a, b) => b.count - a.count), rows }
}
