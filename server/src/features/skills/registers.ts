import { academies, courses } from '@gongyou/contract/skills/academies.ts'
import { talents } from '@gongyou/contract/skills/talents.ts'
import type { Register } from '../registers/index.ts'

export const skillsRegisters: readonly Register[] = [talents, academies, courses]
