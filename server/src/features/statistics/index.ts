export type { Catalogue } from './catalogue.ts'
export { syncFigures } from './sync.ts'
export { statisticsSchedule, statisticsTasks } from './fold-by-the-clock.ts'
export { statistics } from './routes.ts'
