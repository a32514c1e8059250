import type { Work } from '../../../kit/db/database.ts'
import { change, found } from '../found.ts'
import { addTerm } from '../terms.ts'
import type { Plan } from './plan.ts'
import { standsInFile } from './place-rows.ts'

/** Writes what was planned with the commands that officers use, parents first, all in the caller's transaction. */
export const commit = async (work: Work, plan: Plan) => {
  const made = new Map<number, string>()
  for (const row of plan.rows) {
    if (row.what === 'new' && row.under) {
      const parentId = standsInFile(row.under) ? made.get(row.under.number)! : row.under.id
      const id = await found(work, { ...row.changed, kind: row.kind!, name: row.name, parentId })
      made.set(row.number, id)
      if (row.newTerm) await addTerm(work, id, row.newTerm)
    }
    if (row.what === 'update' && row.org) {
      if (Object.keys(row.changed).length > 0) await change(work, row.org.id, row.org.version, row.changed)
      if (row.newTerm) await addTerm(work, row.org.id, row.newTerm)
    }
  }
}
