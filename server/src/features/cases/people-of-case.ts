import type { Look } from '../../kit/db/database.ts'
import { desksOfRole, peopleAt } from './desks.ts'
import { findMatter } from './matter.ts'

/** Whom a clock of a case speaks to: those who have it on their desk; overdue, the role its declaration names above them. */
export const peopleOfCase = async (look: Look, caseId: string, which: 'owners' | 'heads', duty: string): Promise<readonly string[]> => {
  const { row, service } = await findMatter(look, caseId)
  if (which === 'heads') {
    const head = service.clocks?.[duty]?.head
    return head ? peopleAt(look, await desksOfRole(look, service.roles[head]!, row.org_id)) : []
  }
  const seats = await look.db
    .selectFrom('cases.seat as s')
    .innerJoin('cases.task as t', (j) => j.onRef('t.region', '=', 's.region').onRef('t.id', '=', 's.task_id'))
    .select(['s.desk', 't.role'])
    .where('s.region', '=', look.region)
    .where('s.case_id', '=', caseId)
    .execute()
  // Those of the role that owes it; where it has nothing to do now, whoever has the case.
  const owing = seats.filter((s) => s.role === service.clocks?.[duty]?.owner)
  const people = await peopleAt(
    look,
    (owing.length > 0 ? owing : seats).map((s) => s.desk),
  )
  return people.filter((p) => p !== row.applicant_id)
}
