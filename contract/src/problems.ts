import { accountsProblems } from './accounts/problems.ts'
import { activitiesProblems } from './activities/problems.ts'
import { casesProblems } from './cases/problems.ts'
import { clocksProblems } from './clocks/problems.ts'
import { documentsProblems } from './documents/problems.ts'
import { type ProblemText, kitProblems } from './kit/problem.ts'
import { matchmakingProblems } from './matchmaking/problems.ts'
import { membershipProblems } from './membership/problems.ts'
import { hotlineProblems } from './hotline/problems.ts'
import { lawmenuProblems } from './lawmenu/problems.ts'
import { organisationsProblems } from './organisations/problems.ts'
import { organisingProblems } from './organising/problems.ts'
import { papersProblems } from './papers/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { returnsProblems } from './returns/problems.ts'
import { registersProblems } from './registers/problems.ts'
import { reportsProblems } from './reports/problems.ts'
import { venuesProblems } from './venues/problems.ts'
import { statisticsProblems } from './statistics/problems.ts'
import { skillsProblems } from './skills/problems.ts'

/** Every refusal the system can give, with its status and its words. */
export const problemTexts = {
  ...kitProblems,
  ...peopleProblems,
  ...organisationsProblems,
  ...documentsProblems,
  ...accountsProblems,
  ...registersProblems,
  ...casesProblems,
  ...activitiesProblems,
  ...matchmakingProblems,
  ...venuesProblems,
  ...clocksProblems,
  ...papersProblems,
  ...membershipProblems,
  ...organisingProblems,
  ...hotlineProblems,
  ...lawmenuProblems,
  ...statisticsProblems,
  ...skillsProblems,
  ...returnsProblems,
  ...reportsProblems,
} as const satisfies Record<string, ProblemText>
export type ProblemCode = keyof typeof problemTexts
