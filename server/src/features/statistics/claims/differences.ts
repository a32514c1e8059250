import type { Look } from '../../../kit/db/database.ts'
import { type Catalogue, figureRevision, figuresOf } from '../catalogue.ts'
import { type Question, valuesMany } from '../many.ts'
import { countedValueOf } from '../read.ts'
import type { Asked } from '../select.ts'
import { changesSince } from './record-set.ts'
import { claimsById } from './store.ts'

/** Which of some published numbers would be different today, and how many records came or went: late, or reversed. */
export const differencesOf = async (look: Look, catalogue: Catalogue, ids: readonly string[]) => {
  const rows = (await claimsById(look, ids)).filter((r) => r.origin === 'system')
  const newest = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f.revision]))
  const asked = await Promise.all(
    rows.map(async (row): Promise<Question> => ({ f: await figureRevision(look, catalogue, row.figure!, row.revision!), asked: row.asked as Asked })),
  )
  // Only the newest revision is counted by month beforehand.
  const isNewest = asked.map((q) => newest.get(q.f.code) === q.f.revision)
  const quick = await valuesMany(
    look,
    asked.filter((_, i) => isNewest[i]),
  )
  const different = []
  for (const [i, row] of rows.entries()) {
    const q = asked[i]!
    const now = isNewest[i] ? quick[isNewest.slice(0, i).filter(Boolean).length]! : await countedValueOf(look, q.f, q.asked, 'all')
    if (now.value === row.value) continue
    const { added, removed } = await changesSince(look, catalogue, q.f, q.asked, row.counted_at!)
    different.push({ claim: row.id, was: row.value, now: now.value, added, removed })
  }
  return different
}
