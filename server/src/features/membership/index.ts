export { membership } from './routes.ts'
export { membershipFacts } from './facts.ts'
export { apply } from './apply.ts'
export { approve } from './decide.ts'
