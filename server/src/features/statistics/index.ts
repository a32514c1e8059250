export type { Catalogue } from './catalogue.ts'
export { statistics } from './routes.ts'
