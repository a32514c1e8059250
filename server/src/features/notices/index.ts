import type { Tasks } from '../../kit/jobs/tasks.ts'
import { deliver } from './deliver.ts'

export { sendOut, tell, text } from './send.ts'
export const noticesTasks: Tasks = { deliver }
