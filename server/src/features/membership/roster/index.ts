export { roster } from './routes.ts'
export { resumeBatches } from './runner.ts'
