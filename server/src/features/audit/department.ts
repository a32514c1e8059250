import { audit } from './routes.ts'
import { auditTasks } from './tasks.ts'

export const auditDepartment = {
  rooms: () => [audit],
  tasks: () => auditTasks,
  schedule: [{ task: 'sealAudit', cron: '* * * * *' }],
} as const
