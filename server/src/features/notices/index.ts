import type { Tasks } from '../../kit/jobs/tasks.ts'
import { deliver } from './deliver.ts'

export { countOf, inboxOf } from './inbox.ts'
export { notices } from './routes.ts'
export { sendOut, tell, tellAll, tellEach, text } from './send.ts'
export const noticesTasks: Tasks = { deliver }
