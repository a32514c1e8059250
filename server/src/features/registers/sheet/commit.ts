import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Work } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { changedSpan, writeChanges } from '../change.ts'
import { insertEntries } from '../enter.ts'
import type { EntrySource } from '../entry.ts'
import type { Plan } from './plan.ts'

/** Writes what was planned with the commands that officers use, all in the caller's transaction. */
export const commit = async (work: Work, keys: KeyRing, register: Register, plan: Plan, source: EntrySource) => {
  const added = plan.rows.filter((r) => r.what === 'new')
  for (let i = 0; i < added.length; i += 1000)
    await insertEntries(
      work,
      keys,
      register,
      added.slice(i, i + 1000).map((r) => ({ belongs: r.belongs, town: r.town, answers: r.after, from: r.from, to: r.to })),
      source,
    )
  const changed = plan.rows.flatMap(({ what, entry, after, belongs, town, from, to }) => {
    if (what !== 'update' || !entry) return []
    const { row, answers: before } = entry
    const span = changedSpan(register, { from: row.valid_from, to: row.valid_to }, before, after, { from, to })
    const place = belongs.orgId === row.org_id ? row.town : town
    return [{ row, written: { op: 'changed' as const, before, after, span, belongs, town: place, orgBefore: entry.org, because: '', source } }]
  })
  for (let i = 0; i < changed.length; i += 1000) await writeChanges(work, keys, register, changed.slice(i, i + 1000))
}
