export { audit } from './routes.ts'
export { auditTasks } from './tasks.ts'
