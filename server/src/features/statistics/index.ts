import type { Room } from '../../kit/http/server.ts'
import type { Catalogue } from './catalogue.ts'
import { claimsRoom } from './claims/routes.ts'
import { figureDesignRoom } from './design/routes.ts'
import { statistics } from './routes.ts'
import { targetsRoom } from './targets.ts'

export type { Catalogue }
export { syncFigures } from './sync.ts'
export { statisticsSchedule, statisticsTasks } from './fold-by-the-clock.ts'
export { figuresOf } from './catalogue.ts'
export { type CountedClaim, publishCounted } from './claims/counted.ts'
export { claimsByCode, claimsById, comparableOf, standingAbout } from './claims/store.ts'
export { differencesOf } from './claims/differences.ts'
export { type Question, valuesMany } from './many.ts'
export { filtersOf } from './select.ts'
export { targetsOf } from './targets.ts'
export { partOf } from './claims/publish.ts'
export type { Asked } from './select.ts'
export { declareHistorical, type Historical } from './claims/publish.ts'

export const statisticsRooms = (catalogue: Catalogue): readonly Room[] => [
  statistics(catalogue),
  claimsRoom(catalogue),
  figureDesignRoom(catalogue),
  targetsRoom(catalogue),
]
