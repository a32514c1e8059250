import { type Text, t } from '../kit/text.ts'

/** Departments of the district that answer for figures. */
export const departments = {
  organisation: t('组织部', 'Organisation department'),
  office: t('办公室', 'General office'),
  rights: t('权益部', 'Rights department'),
  care: t('帮扶中心', 'Assistance centre'),
  publicity: t('宣教部', 'Publicity department'),
  skills: t('职工发展部', 'Skills department'),
  women: t('女工部', "Women workers' department"),
  finance: t('财务部', 'Finance department'),
} as const satisfies Record<string, Text>
export type Department = keyof typeof departments
