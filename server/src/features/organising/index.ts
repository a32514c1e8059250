export { organisingEffects, organisingPaperValues } from './effects.ts'
