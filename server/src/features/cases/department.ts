import { appeal } from '@gongyou/contract/cases/own/appeal.ts'
import { quickRecord } from '@gongyou/contract/cases/own/quick-record.ts'
import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import type { Look } from '../../kit/db/database.ts'
import { casePapersSight, mayRead, standingIn } from './access.ts'
import { designRoom } from './design/routes.ts'
import { deskRoom, linksRoom } from './desk-routes.ts'
import type { House } from './engine.ts'
import { casesFacts } from './facts.ts'
import { casesDimensions, casesFigures } from './figures.ts'
import { findMatter } from './matter.ts'
import { peopleOfCase } from './people-of-case.ts'
import { casesRoom } from './routes.ts'
import { casesSchedule, casesTasks } from './tasks-by-the-clock.ts'
import { reopenOrigin } from './ways/after-the-end.ts'
import { waysRoom } from './ways-routes.ts'

/** Whoever may read a case may ask why it is due when it is. */
const caseSight = async (look: Look, id: string) => {
  const matter = await findMatter(look, id).catch(() => undefined)
  return matter !== undefined && mayRead(await standingIn(look, matter))
}

export const casesDepartment = {
  rooms: (house: House) => [casesRoom(house), waysRoom(house), deskRoom, linksRoom(house), designRoom(house)],
  facts: casesFacts,
  figures: casesFigures,
  dimensions: casesDimensions,
  services: [quickRecord, returnVisit, appeal],
  effects: { 'cases.reopen-origin': reopenOrigin },
  clockSights: { case: caseSight },
  clockPeople: { case: peopleOfCase },
  paperSights: { case: casePapersSight },
  tasks: () => casesTasks,
  schedule: casesSchedule,
  refusals: {
    service_pkey: 'cases.revision-taken',
    service_draft_code_unique: 'cases.code-taken',
    act_one_after_the_other: 'record.changed',
    matter_pkey: 'record.changed',
    saved_view_name_unique: 'cases.view-name-taken',
  },
} as const
