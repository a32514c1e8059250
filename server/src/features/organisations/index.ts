export { type Reach, beneath, clause, narrow, reachOf, subtree } from './within.ts'
export { findEmployerByName, startEmployment } from './employment.ts'
