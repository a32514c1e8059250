export { submit as submitReport } from './approve.ts'
export { draft as draftReport } from './draft.ts'
export { reportsRoom } from './routes.ts'
