export { matchmakingSchedule, matchmakingTasks } from './by-the-clock.ts'
export { matchmakingFacts } from './facts.ts'
export { matchmakingFigures } from './figures.ts'
export { matchmaking } from './routes.ts'
