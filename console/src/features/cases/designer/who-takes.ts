import type { Service } from '@gongyou/contract/cases/service.ts'
import { w } from '../../../kit/text.ts'
import { shown } from './say-text.ts'

/** How whoever takes a step is called: a role by its name, or the applicant. */
export const whoTakes = (s: Service, by: string) => (by === 'applicant' ? w('申请人', 'Applicant') : s.roles[by] ? shown(s.roles[by].name) : '')
