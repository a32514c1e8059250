import type { CodeList } from '../codes/code-list.ts'

/** 竞赛级别。 */
export const competitionLevels = [
  { code: 'unit', zh: '单位', en: 'Unit' },
  { code: 'town', zh: '行业、镇街', en: 'Town or industry' },
  { code: 'district', zh: '区', en: 'District' },
  { code: 'city', zh: '市', en: 'City' },
  { code: 'national', zh: '国家', en: 'National' },
] as const satisfies CodeList

/** 轮次。 */
export const roundKinds = [
  { code: 'qualification', zh: '选拔', en: 'Qualification' },
  { code: 'theory', zh: '理论', en: 'Theory' },
  { code: 'practice', zh: '实操', en: 'Practice' },
  { code: 'final', zh: '决赛', en: 'Final' },
] as const satisfies CodeList

/** 称号。 */
export const contestTitles = [
  { code: 'craftsman', zh: '密云工匠', en: 'Craftsman of Miyun' },
  { code: 'expert', zh: '密云能手', en: 'Expert hand of Miyun' },
] as const satisfies CodeList

/** Where a contest or one of its trades stands; drawn from what has happened, see `states.ts`. */
export const contestStates = [
  { code: 'planned', zh: '方案起草', en: 'Being planned' },
  { code: 'submitted', zh: '方案待批', en: 'Plan awaits approval' },
  { code: 'approved', zh: '方案已批', en: 'Plan approved' },
  { code: 'entry', zh: '报名中', en: 'Open for entries' },
  { code: 'closed', zh: '报名截止', en: 'Entries closed' },
  { code: 'running', zh: '比赛中', en: 'Under way' },
  { code: 'scored', zh: '成绩已出', en: 'Scored' },
  { code: 'notice', zh: '公示中', en: 'Posted for objections' },
  { code: 'notice_over', zh: '公示期满', en: 'Notice over' },
  { code: 'awarded', zh: '已授予称号', en: 'Titles given' },
] as const satisfies CodeList

export type CompetitionLevel = (typeof competitionLevels)[number]['code']
export type RoundKind = (typeof roundKinds)[number]['code']
export type ContestTitle = (typeof contestTitles)[number]['code']
export type ContestState = (typeof contestStates)[number]['code']
