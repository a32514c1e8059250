import { matchmakingSchedule, matchmakingTasks } from './by-the-clock.ts'
import { matchmakingFacts } from './facts.ts'
import { matchmakingFigures } from './figures.ts'
import { matchmaking } from './routes.ts'
import { forgetMatching, matchmakingKept } from './kept.ts'

export const matchmakingDepartment = {
  rooms: () => [matchmaking],
  facts: matchmakingFacts,
  figures: matchmakingFigures,
  tasks: () => matchmakingTasks,
  schedule: matchmakingSchedule,
  kept: matchmakingKept,
  forget: forgetMatching,
  refusals: { card_nickname_unique: 'matchmaking.nickname-taken' },
} as const
