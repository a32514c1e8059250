export { membership } from './routes.ts'
export { membershipFacts } from './facts.ts'
