export { reportsDepartment } from './department.ts'
export { submit as submitReport } from './approve.ts'
export { draft as draftReport } from './draft.ts'
