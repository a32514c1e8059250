import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'

const by = ['month', 'town', 'level', 'trade'] as const

/** Figures of contests. Contests, trades and rounds are told apart: 10 场 in one report and 百场 in another were not the same thing. */
export const skillsFigures = [
  figure({
    code: 'contests-held',
    fact: 'contests-held',
    revision: 1,
    unit: 'sessions',
    kind: 'flow',
    by: ['month', 'town', 'level'],
    name: t('技能竞赛（按竞赛）', 'Contests held'),
    definition: t(
      '期内开赛的竞赛，一届竞赛计一场，以第一个工种第一次抽签为开赛；不按工种、轮次重复计。',
      'Contests begun in the period, one for an edition, by the first draw of its first trade; trades and rounds are not counted.',
    ),
  }),
  figure({
    code: 'contest-trades-held',
    fact: 'contest-trades-held',
    revision: 1,
    unit: 'sessions',
    kind: 'flow',
    by,
    name: t('技能竞赛（按工种）', 'Contest trades held'),
    definition: t(
      '期内开赛的竞赛工种，一个工种计一场；与按竞赛、按轮次的场数不能相加。',
      'Trades begun in the period; not to be added to contests or rounds.',
    ),
  }),
  figure({
    code: 'contest-rounds-held',
    fact: 'contest-rounds-held',
    revision: 1,
    unit: 'sessions',
    kind: 'flow',
    by: [...by, 'round'],
    name: t('技能竞赛（按轮次）', 'Contest rounds held'),
    definition: t(
      '期内举行的比赛轮次（选拔、理论、实操、决赛），一轮计一场；与按竞赛、按工种的场数不能相加。',
      'Rounds held in the period; not to be added to contests or trades.',
    ),
  }),
  figure({
    code: 'contest-entrants',
    fact: 'contest-starts',
    revision: 1,
    unit: 'persons',
    kind: 'flow',
    by,
    name: t('参赛职工', 'Persons who competed'),
    definition: t(
      '期内参加技能竞赛的职工，按人去重；只计能与职工名册对上的人，团队不计。',
      'Persons of the registry who competed, each once; teams and unknown names are left out.',
    ),
  }),
  figure({
    code: 'contest-starts',
    fact: 'contest-starts',
    revision: 1,
    unit: 'attendances',
    kind: 'flow',
    by,
    name: t('参赛人次', 'Starts in contests'),
    definition: t(
      '期内各工种参赛者（含团队）合计，同一人参加两个工种计两次。',
      'Entrants of all trades, teams included; a person in two trades counts twice.',
    ),
  }),
  figure({
    code: 'contest-titles',
    fact: 'contest-titles',
    revision: 1,
    unit: 'items',
    kind: 'flow',
    by: ['month', 'town', 'title', 'trade', 'level'],
    name: t('授予称号', 'Titles given'),
    definition: t(
      '期内经竞赛和公示授予的密云工匠、密云能手称号，一个称号计一项。',
      'Titles given after contest and public notice, one for each title.',
    ),
  }),
  figure({
    code: 'classes-held',
    fact: 'classes-held',
    revision: 1,
    unit: 'sessions',
    kind: 'flow',
    by: ['month', 'town', 'course', 'academy', 'mode'],
    name: t('工匠学院培训班', 'Classes held'),
    definition: t('期内结班的培训班，一期计一场，以最后一天为准。', 'Classes finished in the period by their last day, each once.'),
  }),
  figure({
    code: 'class-trainees',
    fact: 'class-trainees',
    revision: 1,
    unit: 'persons',
    kind: 'flow',
    by: ['month', 'town', 'course', 'academy', 'completed'],
    name: t('培训职工', 'Persons trained'),
    definition: t(
      '期内结班的培训班中到过课的职工，按人去重；报名未到课的不计。',
      'Persons who came to at least one half day of a class finished in the period, each once.',
    ),
  }),
  figure({
    code: 'class-attendances',
    fact: 'class-trainees',
    revision: 1,
    unit: 'attendances',
    kind: 'flow',
    by: ['month', 'town', 'course', 'academy', 'completed'],
    name: t('培训人次', 'Attendances of classes'),
    definition: t(
      '期内结班的各培训班到课人数合计，同一人参加两期计两次。',
      'Those who came, added up over the classes; a person in two classes counts twice.',
    ),
  }),
  figure({
    code: 'class-cost',
    fact: 'class-cost',
    revision: 1,
    unit: 'cents',
    kind: 'flow',
    by: ['month', 'town', 'course', 'academy'],
    name: t('培训支出', 'Cost of classes'),
    definition: t('期内结班的培训班结班时登记的支出合计，以分计。', 'What the classes finished in the period cost, as recorded at their end.'),
  }),
]
