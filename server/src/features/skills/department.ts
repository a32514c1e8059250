import { academyNaming } from '@gongyou/contract/skills/academy-naming.ts'
import { contestAppeal } from '@gongyou/contract/skills/appeal.ts'
import { contestPlan } from '@gongyou/contract/skills/plan.ts'
import { contestTemplates } from '@gongyou/contract/skills/result-paper.ts'
import type { House } from '../cases/index.ts'
import { academyRoom } from './academy-room.ts'
import { skillsFacts } from './facts.ts'
import { skillsDimensions, skillsFigures } from './figures.ts'
import { planEffects } from './plan.ts'
import { tradeSight } from './publication.ts'
import { skillsRegisters } from './registers.ts'
import { contestsRoom } from './routes.ts'
import { skillsKept } from './kept.ts'

export const skillsDepartment = {
  rooms: (house: House) => [contestsRoom(house), academyRoom(house)],
  facts: skillsFacts,
  figures: skillsFigures,
  dimensions: skillsDimensions,
  services: [contestPlan, contestAppeal, academyNaming],
  registers: skillsRegisters,
  templates: contestTemplates,
  effects: planEffects,
  clockSights: { 'contest-trade': tradeSight },
  kept: skillsKept,
  refusals: {
    competition_edition_unique: 'skills.edition-taken',
    trade_name_unique: 'skills.trade-taken',
    entrant_person_unique: 'skills.already-entered',
    sheet_not_own_unit: 'skills.own-unit',
    class_edition_unique: 'skills.class-taken',
    class_rating_pkey: 'skills.class-rated',
    sheet_pkey: 'skills.handed-in',
    round_judge_panel_fkey: 'skills.judge-in-use',
    round_judge_pkey: 'skills.judge-in-use',
  },
} as const
