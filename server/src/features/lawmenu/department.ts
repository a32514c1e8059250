import { courseOrder } from '@gongyou/contract/lawmenu/course-order.ts'
import { courseProposal } from '@gongyou/contract/lawmenu/course-proposal.ts'
import { courses } from '@gongyou/contract/lawmenu/courses.ts'

export const lawmenuDepartment = { services: [courseProposal, courseOrder], registers: [courses] } as const
