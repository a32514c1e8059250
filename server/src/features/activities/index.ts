import type { Service } from '@gongyou/contract/cases/service.ts'
import { activityPlan } from '@gongyou/contract/activities/plan.ts'
import type { Room } from '../../kit/http/server.ts'
import { kindDesignRoom } from './design/routes.ts'
import type { ActivitiesHouse } from './house.ts'
import { activitiesOffice } from './office-routes.ts'
import { activitiesRoom } from './routes.ts'
import { activitiesStation } from './station-routes.ts'

export { ownKinds } from '@gongyou/contract/activities/own/index.ts'
export { activitiesFacts } from './facts.ts'
export { activitiesDimensions, activitiesFigures } from './figures.ts'
export type { ActivitiesHouse, Hall } from './house.ts'
export { kindOf, newestKind, publishKind, syncKinds } from './kinds.ts'
export { planActivity } from './planning/plan.ts'
export { activitiesEffects, publishOwn, submitPlan } from './planning/publish.ts'
export { activityView } from './reading/view.ts'
export { type Activity, activityWithin, findActivity, lockActivity, poolsOf, sessionsOf, sessionWithin } from './rows.ts'
export { type Present, attend } from './running/attend.ts'
export { countGate } from './running/close.ts'
export type { Receipt, Wish } from './signing/ask.ts'
export { endSignUps } from './signing/cancel.ts'
export { forgetAnswers } from './signing/forget.ts'
export { signUpAll } from './signing/sign-up.ts'

/** Services of the engine itself. */
export const activitiesServices: readonly Service[] = [activityPlan]

export const activitiesRooms = (house: ActivitiesHouse): readonly Room[] => [
  activitiesRoom(house),
  activitiesOffice(house),
  activitiesStation(house),
  kindDesignRoom,
]
