export { auditDepartment } from './department.ts'
