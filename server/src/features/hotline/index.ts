export { hotlineDepartment } from './department.ts'
