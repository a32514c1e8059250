import { courseOrder } from '@gongyou/contract/lawmenu/course-order.ts'
import { courseProposal } from '@gongyou/contract/lawmenu/course-proposal.ts'
import { courses } from '@gongyou/contract/lawmenu/courses.ts'
import { lawmenuFigures } from './figures.ts'
import { lawmenuEffects, lawmenuHouse } from './effects.ts'

export const lawmenuDepartment = {
  services: [courseProposal, courseOrder],
  registers: [courses],
  figures: lawmenuFigures,
  effects: lawmenuEffects,
  ...lawmenuHouse,
} as const
