export { lawmenuEffects, lawmenuFills, lawmenuLed } from './effects.ts'
