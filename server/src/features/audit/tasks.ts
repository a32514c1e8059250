import type { Tasks } from '../../kit/jobs/tasks.ts'
import { seal } from './seal.ts'

export const auditTasks: Tasks = {
  sealAudit: async (_, { owner, setup }) => void (await seal(owner, setup.region)),
}
