export { organisingDepartment } from './department.ts'
