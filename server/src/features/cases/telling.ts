import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { tell, tellEach } from '../notices/index.ts'
import { peopleAt } from './desks.ts'
import type { MatterRow } from './matter.ts'

/** A message to the person who applied, with the way to the case on the phone. */
export const tellApplicant = async (work: Work, row: MatterRow, title: Text, body: Text) => {
  if (!row.applicant_id || row.applicant_id === work.by.personId) return
  await tell(work, row.applicant_id, { kind: 'case.news', title, body, link: `/m/cases/${row.id}` })
}

/** A message to whoever sits at these desks, with the way to the case in the console. */
export const tellDesks = async (work: Work, row: MatterRow, desks: readonly string[], title: Text, body: Text) => {
  // A post held by very many would make a flood of one case; the queue shows it to all of them anyway.
  const people = (await peopleAt(work, desks)).slice(0, 30).filter((person) => person !== work.by.personId)
  await tellEach(
    work,
    people.map((person) => ({
      person,
      kind: 'case.work',
      title,
      body,
      link: person === row.applicant_id ? `/m/cases/${row.id}` : `/console/cases/${row.id}`,
    })),
  )
}
