import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Work } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { changeEntry } from '../change.ts'
import { insertEntries } from '../enter.ts'
import type { EntrySource } from '../entry.ts'
import { turnsOf } from '../history.ts'
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
  for (const { what, entry, after, belongs, from, to } of plan.rows) {
    if (what !== 'update' || !entry) continue
    const patch = Object.fromEntries(Object.entries(turnsOf(entry.answers, after)).map(([name, turned]) => [name, turned.after]))
    await changeEntry(work, keys, entry.row.id, { version: entry.row.version, answers: patch, orgId: belongs.orgId, from, to, source })
  }
}
