import type { Work } from '../../kit/db/database.ts'
import { countedOf } from './acts.ts'
import { type Matter, changeMatter } from './matter.ts'
import { handClocks } from './timers.ts'

/**
 * The case belongs to another organisation from now on: its clocks are owed there, and what is open leaves the one stock
 * and enters the other, so that no organisation closes more than it was given.
 */
export const moveCase = async (work: Work, matter: Matter, to: { id: string; town: number | null }) => {
  if (to.id === matter.row.org_id) return
  const act = (kind: string) =>
    work.ledger.act({ kind, subject: matter.row.id, org: matter.row.org_id, person: matter.row.applicant_id, data: countedOf(matter) })
  act('case.moved-out')
  await changeMatter(work, matter, { org_id: to.id, town: to.town })
  act('case.moved-in')
  await handClocks(work, matter)
}
