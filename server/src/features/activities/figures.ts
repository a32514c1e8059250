import { audiences, viaWords } from '@gongyou/contract/activities/words.ts'
import { figure } from '@gongyou/contract/kit/figure.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Dimension, Dimensions } from '../../kit/ledger/dimension.ts'
import { kindFigures } from './kind-figures.ts'
import { allKinds } from './kinds.ts'

const by = ['month', 'town', 'org', 'kind', 'programme', 'audience'] as const
const common = { revision: 1, owner: 'office' } as const

export const activitiesFigures = [
  figure({
    code: 'volunteer-teams',
    ...common,
    measure: 'stock',
    unit: 'teams',
    of: { fact: 'entries-stock', where: { register: 'volunteer-teams' } },
    by: ['town', 'org'],
    name: t('职工志愿服务队伍', 'Volunteer teams'),
    definition: t(
      '截至当日志愿服务队名册中未终止的队伍，总队、大队、小队合计。',
      'Teams in the register not ended by that day, all three levels together.',
    ),
  }),
  figure({
    code: 'culture-teams',
    ...common,
    measure: 'stock',
    unit: 'teams',
    of: { fact: 'entries-stock', where: { register: 'culture-teams' } },
    by: ['town', 'org'],
    name: t('职工文化特色品牌队伍', 'Culture teams'),
    definition: t('截至当日文化特色品牌队伍名册中未终止的队伍。', 'Teams in the register not ended by that day.'),
  }),
  figure({
    ...common,
    code: 'sessions-held',
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'sessions-held' },
    by,
    name: t('举办活动', 'Sessions held'),
    definition: t(
      '期内实际举办的场次；取消的不计，一项活动办几场计几场。',
      'Sessions held in the period; cancelled ones are left out, each session of an activity counts.',
    ),
  }),
  figure({
    ...common,
    code: 'activity-attendances',
    measure: 'sum',
    unit: 'attendances',
    of: { fact: 'activity-attendances' },
    by: [...by, 'via'],
    name: t('活动参加人次', 'Attendances'),
    definition: t(
      '期内签到与现场计数之和；同一人参加几场计几次。',
      'Check-ins and heads counted at the gate; who comes to several sessions counts each time.',
    ),
  }),
  figure({
    ...common,
    code: 'activity-participants',
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'activity-participants' },
    by,
    name: t('活动惠及职工', 'Participants'),
    definition: t(
      '期内实名签到的职工，按人去重；现场计数的无法计人，不在其内。',
      'Persons checked in under their name, each once; heads counted at the gate cannot be counted here.',
    ),
  }),
  figure({
    ...common,
    code: 'activity-hours',
    measure: 'sum',
    unit: 'hours',
    of: { fact: 'activity-hours' },
    by,
    name: t('学时与服务时长', 'Hours'),
    definition: t('期内实名签到者参加计时类活动的小时数之和。', 'Hours of those checked in at activities whose kind counts hours.'),
  }),
  figure({
    ...common,
    code: 'activity-sign-ups',
    measure: 'sum',
    unit: 'attendances',
    of: { fact: 'activity-sign-ups' },
    by: ['month', 'town', 'org', 'kind', 'programme', 'channel'],
    name: t('活动报名', 'Sign-ups'),
    definition: t('期内报名成功人次，减去期内取消的。', 'Sign-ups of the period less those ended in it.'),
  }),
  figure({
    ...common,
    code: 'activity-absences',
    measure: 'count',
    unit: 'times',
    of: { fact: 'activity-absences' },
    by,
    name: t('报名未到', 'No-shows'),
    definition: t('场次结束时报名成功而没有签到的。', 'Confirmed sign-ups without a check-in when the session was closed.'),
  }),
  figure({
    ...common,
    code: 'activity-stars',
    measure: 'average',
    unit: 'stars',
    of: { fact: 'activity-stars' },
    among: { fact: 'activity-stars' },
    by,
    name: t('活动评价', 'Rating'),
    definition: t('期内到场者评价的平均星数。', 'Mean of the stars given by those who attended.'),
  }),
  ...kindFigures,
]

const listOf = (words: Readonly<Record<string, Text>>) => Object.entries(words).map(([code, text]) => ({ code, ...text }))

const kind: Dimension = {
  name: t('活动类型', 'Kind of activity'),
  namesOf: async (look) => new Map((await allKinds(look)).map((k) => [k.kind.code, k.kind.title])),
}
export const activitiesDimensions: Dimensions = {
  ...Object.fromEntries([...new Set(activitiesFigures.map((f) => f.of.fact))].map((code) => [`${code}.kind`, kind])),
  programme: { name: t('项目', 'Programme') },
  audience: { name: t('场所', 'Kind of place'), values: listOf(audiences) },
  via: { name: t('签到方式', 'Way of checking in'), values: listOf(viaWords) },
  'activity-sign-ups.channel': {
    name: t('报名方式', 'Way of signing up'),
    values: [
      { code: 'phone', zh: '手机报名', en: 'By phone' },
      { code: 'officer', zh: '工作人员代报', en: 'By an officer' },
      { code: 'list', zh: '名单导入', en: 'From a list' },
    ],
  },
}
