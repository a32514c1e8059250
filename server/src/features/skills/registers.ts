import { talents } from '@gongyou/contract/skills/talents.ts'
import type { Register } from '../registers/index.ts'

export const skillsRegisters: readonly Register[] = [talents]
