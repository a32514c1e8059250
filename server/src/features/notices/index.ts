export { noticesDepartment } from './department.ts'
export { countOf, inboxOf } from './inbox.ts'
export { sendOut, tell, tellAll, tellEach, text } from './send.ts'
