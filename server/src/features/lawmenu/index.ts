export { lawmenuDepartment } from './department.ts'
