import { type Text, t } from '../kit/text.ts'

/** What the registry already knows and a form therefore never asks: facts for prefilling and for conditions. */
export const sources = {
  'person.name': t('姓名', 'Name'),
  'person.mobile': t('手机号', 'Mobile'),
  'person.sex': t('性别', 'Sex'),
  'person.birthOn': t('出生日期', 'Date of birth'),
  'person.age': t('年龄', 'Age'),
  'person.member': t('是否会员', 'Member'),
  'person.memberMonths': t('入会月数', 'Months of membership'),
  'person.union': t('所属工会', 'Union'),
  'person.town': t('所属镇街', 'Town'),
  'person.occupation': t('职业', 'Occupation'),
  'person.employer': t('工作单位', 'Employer'),
} as const satisfies Record<string, Text>

export type SourceName = keyof typeof sources
export const sourceNames = Object.keys(sources) as SourceName[]
