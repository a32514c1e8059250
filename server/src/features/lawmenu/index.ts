export { lawmenuEffects, lawmenuHouse } from './effects.ts'
