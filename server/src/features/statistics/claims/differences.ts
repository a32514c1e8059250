import type { ClaimMeasure } from '@gongyou/contract/statistics/measured.ts'
import type { Look } from '../../../kit/db/database.ts'
import { type Catalogue, figureRevision, figuresOf } from '../catalogue.ts'
import { type Question, valuesMany } from '../many.ts'
import { countedValueOf } from '../read.ts'
import type { Asked } from '../select.ts'
import { changesSince } from './record-set.ts'
import { valueOfSides } from './sides.ts'
import { claimsById, sidesOf } from './store.ts'

/** Which of some published numbers would be different today, and how many records came or went: late, or reversed. */
export const differencesOf = async (look: Look, catalogue: Catalogue, ids: readonly string[]) => {
  const rows = (await claimsById(look, ids)).filter((r) => r.origin === 'system')
  const newest = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f.revision]))
  const figures = await Promise.all(rows.map((row) => figureRevision(look, catalogue, row.figure!, row.revision!)))
  /** Every question once: of a number its own, of a comparison those of its sides. */
  const asked = rows.flatMap((row, i): { row: string; q: Question }[] => {
    const questions = row.sides ? sidesOf(row).flatMap((s) => s.asked ?? []) : [row.asked as Asked]
    return questions.map((a) => ({ row: row.id, q: { f: figures[i]!, asked: a } }))
  })
  // Only the newest revision is counted by month beforehand.
  const isNewest = ({ q }: { q: Question }) => newest.get(q.f.code) === q.f.revision
  const quick = asked.filter(isNewest)
  const counted = new Map<object, number | null>()
  ;(
    await valuesMany(
      look,
      quick.map((x) => x.q),
    )
  ).forEach((v, i) => counted.set(quick[i]!.q, v.value))
  for (const x of asked) if (!isNewest(x)) counted.set(x.q, (await countedValueOf(look, x.q.f, x.q.asked, 'all')).value)
  const different = []
  for (const [i, row] of rows.entries()) {
    const own = asked.filter((x) => x.row === row.id)
    const values = own.map((x) => counted.get(x.q) ?? null)
    const sides = sidesOf(row)
    // An aim is asked of nobody: the others take the values in their order.
    const value = (n: number) => (sides[n]!.asked ? values[sides.slice(0, n).filter((s) => s.asked).length]! : sides[n]!.value)
    const now = row.sides
      ? valueOfSides(
          figures[i]!,
          row.measure as ClaimMeasure,
          row.to_on,
          sides.map((s, n) => ({ ...s, value: value(n) })),
        )
      : values[0]!
    if (now === row.value) continue
    const sum = { added: 0, removed: 0 }
    for (const { q } of own) {
      const { added, removed } = await changesSince(look, catalogue, q.f, q.asked, row.counted_at!)
      sum.added += added
      sum.removed += removed
    }
    different.push({ claim: row.id, was: row.value, now, ...sum })
  }
  return different
}
