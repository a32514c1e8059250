export { matchmakingDepartment } from './department.ts'
