export { returnsDepartment } from './department.ts'
export { openRound } from './rounds.ts'
export { syncReturnForms } from './forms.ts'
