import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { competitionLevels, contestTitles, roundKinds } from '@gongyou/contract/skills/codes.ts'
import { type Dimensions, yesNo } from '../../kit/ledger/dimension.ts'

const by = ['month', 'town', 'level', 'trade'] as const

/** Figures of contests. Contests, trades and rounds are told apart: 10 场 in one report and 百场 in another were not the same thing. */
export const skillsFigures = [
  figure({
    code: 'contests-held',
    revision: 1,
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'contests-held' },
    owner: 'skills',
    by: ['month', 'town', 'level'],
    name: t('技能竞赛（按竞赛）', 'Contests held'),
    definition: t(
      '期内开赛的竞赛，一届竞赛计一场，以第一个工种第一次抽签为开赛；不按工种、轮次重复计。',
      'Contests begun in the period, one for an edition, by the first draw of its first trade; trades and rounds are not counted.',
    ),
  }),
  figure({
    code: 'contest-trades-held',
    revision: 1,
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'contest-trades-held' },
    owner: 'skills',
    by,
    name: t('技能竞赛（按工种）', 'Contest trades held'),
    definition: t(
      '期内开赛的竞赛工种，一个工种计一场；与按竞赛、按轮次的场数不能相加。',
      'Trades begun in the period; not to be added to contests or rounds.',
    ),
  }),
  figure({
    code: 'contest-rounds-held',
    revision: 1,
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'contest-rounds-held' },
    owner: 'skills',
    by: [...by, 'round'],
    name: t('技能竞赛（按轮次）', 'Contest rounds held'),
    definition: t(
      '期内举行的比赛轮次（选拔、理论、实操、决赛），一轮计一场；与按竞赛、按工种的场数不能相加。',
      'Rounds held in the period; not to be added to contests or trades.',
    ),
  }),
  figure({
    code: 'contest-entrants',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'contest-starts' },
    owner: 'skills',
    by,
    name: t('参赛职工', 'Persons who competed'),
    definition: t(
      '期内参加技能竞赛的职工，按人去重；只计能与职工名册对上的人，团队不计。',
      'Persons of the registry who competed, each once; teams and unknown names are left out.',
    ),
  }),
  figure({
    code: 'contest-starts',
    revision: 1,
    measure: 'attendances',
    unit: 'attendances',
    of: { fact: 'contest-starts' },
    owner: 'skills',
    by,
    name: t('参赛人次', 'Starts in contests'),
    definition: t(
      '期内各工种参赛者（含团队）合计，同一人参加两个工种计两次。',
      'Entrants of all trades, teams included; a person in two trades counts twice.',
    ),
  }),
  figure({
    code: 'contest-titles',
    revision: 1,
    measure: 'count',
    unit: 'honours',
    of: { fact: 'contest-titles' },
    owner: 'skills',
    by: ['month', 'town', 'title', 'trade', 'level'],
    name: t('授予称号', 'Titles given'),
    definition: t(
      '期内经竞赛和公示授予的密云工匠、密云能手称号，一个称号计一项。',
      'Titles given after contest and public notice, one for each title.',
    ),
  }),
  figure({
    code: 'classes-held',
    revision: 1,
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'classes-held' },
    owner: 'skills',
    by: ['month', 'town', 'course', 'academy', 'mode'],
    name: t('工匠学院培训班', 'Classes held'),
    definition: t('期内结班的培训班，一期计一场，以最后一天为准。', 'Classes finished in the period by their last day, each once.'),
  }),
  figure({
    code: 'class-trainees',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'class-trainees' },
    owner: 'skills',
    by: ['month', 'town', 'course', 'academy', 'completed'],
    name: t('培训职工', 'Persons trained'),
    definition: t(
      '期内结班的培训班中到过课的职工，按人去重；报名未到课的不计。',
      'Persons who came to at least one half day of a class finished in the period, each once.',
    ),
  }),
  figure({
    code: 'class-attendances',
    revision: 1,
    measure: 'attendances',
    unit: 'attendances',
    of: { fact: 'class-trainees' },
    owner: 'skills',
    by: ['month', 'town', 'course', 'academy', 'completed'],
    name: t('培训人次', 'Attendances of classes'),
    definition: t(
      '期内结班的各培训班到课人数合计，同一人参加两期计两次。',
      'Those who came, added up over the classes; a person in two classes counts twice.',
    ),
  }),
  figure({
    code: 'class-hours',
    revision: 1,
    measure: 'sum',
    unit: 'hours',
    of: { fact: 'class-hours' },
    owner: 'skills',
    by: ['month', 'town', 'course', 'academy', 'mode'],
    name: t('培训课时', 'Hours of classes'),
    definition: t('期内结班的培训班的课时合计，按班计，不乘人数。', 'Hours of the classes finished in the period, by class and not by head.'),
  }),
  figure({
    code: 'class-cost',
    revision: 1,
    measure: 'sum',
    unit: 'cents',
    of: { fact: 'class-cost' },
    owner: 'skills',
    by: ['month', 'town', 'course', 'academy'],
    name: t('培训支出', 'Cost of classes'),
    definition: t('期内结班的培训班结班时登记的支出合计，以分计。', 'What the classes finished in the period cost, as recorded at their end.'),
  }),
]

export const skillsDimensions: Dimensions = {
  level: { name: t('竞赛级别', 'Level'), values: competitionLevels },
  round: { name: t('轮次', 'Round'), values: roundKinds },
  title: { name: t('称号', 'Title'), values: contestTitles },
  trade: { name: t('工种', 'Trade') },
  series: { name: t('竞赛系列', 'Series') },
  course: { name: t('课程', 'Course') },
  academy: { name: t('工匠学院', 'Academy') },
  mode: {
    name: t('方式', 'Mode'),
    values: [
      { code: 'site', zh: '线下', en: 'On site' },
      { code: 'online', zh: '线上', en: 'Online' },
      { code: 'both', zh: '线上线下结合', en: 'Both' },
    ],
  },
  completed: { name: t('结业', 'Completed'), values: yesNo },
}
