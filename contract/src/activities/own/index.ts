import type { ActivityKind } from '../kind.ts'
import { checkUp, matchmaking, recuperation } from './care.ts'
import { culture, sports, volunteering } from './culture.ts'
import { caravan, fair, meeting, outreach } from './outreach.ts'
import { fitness, lecture, mobileClass, talk, training } from './learning.ts'

/** The kinds of activity that every district has; officers add their own. */
export const ownKinds: readonly ActivityKind[] = [
  talk,
  outreach,
  lecture,
  mobileClass,
  fitness,
  training,
  sports,
  culture,
  volunteering,
  fair,
  caravan,
  meeting,
  checkUp,
  recuperation,
  matchmaking,
]
