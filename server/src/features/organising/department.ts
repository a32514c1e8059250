import { formUnion } from '@gongyou/contract/organising/form-union.ts'
import { organisingEffects, organisingPaperValues } from './effects.ts'

export const organisingDepartment = {
  services: [formUnion],
  effects: organisingEffects,
  paperValues: organisingPaperValues,
} as const
