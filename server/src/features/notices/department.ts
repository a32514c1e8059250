import { deliver } from './deliver.ts'
import { notices } from './routes.ts'

export const noticesDepartment = { rooms: () => [notices], tasks: () => ({ deliver }) } as const
