export * from './calendar-routes.ts'
export * from './rule-routes.ts'
export * from './why.ts'
