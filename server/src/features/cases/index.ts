import { appeal } from '@gongyou/contract/cases/own/appeal.ts'
import { quickRecord } from '@gongyou/contract/cases/own/quick-record.ts'
import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { mayRead, standingIn } from './access.ts'
import { designRoom } from './design/routes.ts'
import { deskRoom, linksRoom } from './desk-routes.ts'
import type { Effects, House } from './engine.ts'
import { findMatter } from './matter.ts'
import { casesRoom } from './routes.ts'
import { waysRoom } from './ways-routes.ts'
import { reopenOrigin } from './ways/after-the-end.ts'

export type { Effect, Effects, Engine, Fill, House, Opened, PersonFrame } from './engine.ts'
export type { Matter } from './matter.ts'
export { allAnswers, changeMatter } from './matter.ts'
export { peopleOfCase } from './people-of-case.ts'
export { casesFacts } from './facts.ts'
export { casesDimensions, casesFigures } from './figures.ts'
export { rootOf } from './begun.ts'
export { type NewCase, openCase } from './open.ts'
export { desksOfRole, peopleAt } from './desks.ts'
export { moveCase } from './moving.ts'
export { houseFaults, newestOf, publishService, serviceOf, syncServices } from './services.ts'
export { takeStep } from './step.ts'
export { casePapersSight, readMatter } from './access.ts'
export { casesSchedule, casesTasks } from './tasks-by-the-clock.ts'

/** Services of the engine itself. */
export const ownServices: readonly Service[] = [quickRecord, returnVisit, appeal]
export const ownEffects: Effects = { 'cases.reopen-origin': reopenOrigin }

export const casesRooms = (house: House): readonly Room[] => [casesRoom(house), waysRoom(house), deskRoom, linksRoom(house), designRoom(house)]

/** Whoever may read a case may ask why it is due when it is. */
export const caseSight = async (look: Look, id: string) => {
  const matter = await findMatter(look, id).catch(() => undefined)
  return matter !== undefined && mayRead(await standingIn(look, matter))
}
