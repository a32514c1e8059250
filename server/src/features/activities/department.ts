import { ownKinds } from '@gongyou/contract/activities/own/index.ts'
import { activityPlan } from '@gongyou/contract/activities/plan.ts'
import { cultureTeams, volunteerTeams } from '@gongyou/contract/activities/teams.ts'
import { kindDesignRoom } from './design/routes.ts'
import { activitiesFacts } from './facts.ts'
import { activitiesDimensions, activitiesFigures } from './figures.ts'
import type { ActivitiesHouse } from './house.ts'
import { activitiesOffice } from './office-routes.ts'
import { activitiesEffects } from './planning/publish.ts'
import { activitiesRoom } from './routes.ts'
import { activitiesStation } from './station-routes.ts'
import { activitiesKept } from './kept.ts'

export const activitiesDepartment = {
  rooms: (house: ActivitiesHouse) => [activitiesRoom(house), activitiesOffice(house), activitiesStation(house), kindDesignRoom],
  facts: activitiesFacts,
  figures: activitiesFigures,
  dimensions: activitiesDimensions,
  services: [activityPlan],
  activityKinds: ownKinds,
  registers: [volunteerTeams, cultureTeams],
  effects: activitiesEffects,
  kept: activitiesKept,
  refusals: {
    activity_kind_pkey: 'activities.revision-taken',
    kind_draft_code_unique: 'activities.code-taken',
    session_times: 'activities.times-wrong',
    pool_times: 'activities.sign-up-times-wrong',
    pool_never_oversold: 'activities.seats-below-taken',
    quota_never_exceeded: 'activities.seats-below-taken',
    pool_men_never_exceeded: 'activities.seats-below-taken',
    pool_women_never_exceeded: 'activities.seats-below-taken',
    sign_up_once: 'activities.already-signed-up',
    attendance_once: 'activities.checked-in',
    rating_pkey: 'activities.rated',
  },
} as const
