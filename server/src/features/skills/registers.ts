import { talents } from '@gongyou/contract/skills/talents.ts'
import type { Register } from '../registers/index.ts'

export const ownTalents: readonly Register[] = [talents]
