export { hotlineEffects } from './effects.ts'
export { hotlineFacts } from './facts.ts'
