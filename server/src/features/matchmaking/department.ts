import { matchmakingSchedule, matchmakingTasks } from './by-the-clock.ts'
import { matchmakingFacts } from './facts.ts'
import { matchmakingFigures } from './figures.ts'
import { matchmaking } from './routes.ts'

export const matchmakingDepartment = {
  rooms: () => [matchmaking],
  facts: matchmakingFacts,
  figures: matchmakingFigures,
  tasks: () => matchmakingTasks,
  schedule: matchmakingSchedule,
  refusals: { card_nickname_unique: 'matchmaking.nickname-taken' },
} as const
