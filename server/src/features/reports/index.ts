export { reportsRoom } from './routes.ts'
