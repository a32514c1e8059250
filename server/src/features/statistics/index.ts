export { statisticsDepartment } from './department.ts'
export type { Catalogue } from './catalogue.ts'
export { syncFigures } from './sync.ts'
export { declareHistorical, type Historical } from './claims/publish.ts'
