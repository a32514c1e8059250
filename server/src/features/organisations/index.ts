export { employmentsOf, findEmployerByName, platformNames, startEmployment, workFor } from './employment.ts'
export { organisationFacts } from './facts.ts'
export { syncAllowedChildren } from './reference.ts'
export { type Reach, beneath, clause, narrow, reachOf, subtree } from './within.ts'
