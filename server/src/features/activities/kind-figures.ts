import { figure } from '@gongyou/contract/kit/figure.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'

const by = ['month', 'town', 'org', 'programme', 'audience'] as const
const common = { revision: 1, owner: 'office', by } as const
type Where = Readonly<Record<string, string | readonly string[]>>
const held = (zh: string, en: string): Text =>
  t(`期内实际举办的${zh}，取消的不计，一项活动办几场计几场。`, `Sessions of ${en} held in the period; cancelled ones are left out.`)
const once = (zh: string, en: string): Text =>
  t(`期内实名签到参加${zh}的职工，按人去重；只数人次的不在其内。`, `Persons checked in by name at ${en}, each once.`)
const each = (zh: string, en: string): Text =>
  t(`期内${zh}的签到与现场计数之和，同一人参加几场计几次。`, `Check-ins and heads counted at ${en}; who comes twice counts twice.`)

const sessions = (code: string, zh: string, en: string, where: Where) =>
  figure({
    ...common,
    code,
    measure: 'count',
    unit: 'sessions',
    of: { fact: 'sessions-held', where },
    name: t(`${zh}场次`, `${en}: sessions`),
    definition: held(zh, en),
  })
const persons = (code: string, zh: string, en: string, where: Where) =>
  figure({
    ...common,
    code,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'activity-participants', where },
    name: t(`${zh}职工`, `${en}: persons`),
    definition: once(zh, en),
  })
const attendances = (code: string, zh: string, en: string, where: Where) =>
  figure({
    ...common,
    code,
    measure: 'sum',
    unit: 'attendances',
    of: { fact: 'activity-attendances', where },
    name: t(`${zh}人次`, `${en}: attendances`),
    definition: each(zh, en),
  })

const culture = { kind: ['sports', 'culture'] }

/** What has been published by kind of activity, under the names by which it was published. */
export const kindFigures = [
  sessions('mobile-class-sessions', '女职工流动课堂', 'mobile classes', { kind: 'mobile-class' }),
  persons('mobile-class-persons', '女职工流动课堂', 'mobile classes', { kind: 'mobile-class' }),
  sessions('matchmaking-sessions', '单身联谊', 'matchmaking', { kind: 'matchmaking' }),
  persons('matchmaking-persons', '单身联谊', 'matchmaking', { kind: 'matchmaking' }),
  sessions('check-up-sessions', '职工体检', 'health checks', { kind: 'check-up' }),
  persons('check-up-persons', '职工体检', 'health checks', { kind: 'check-up' }),
  figure({
    ...common,
    code: 'recuperation-batches',
    measure: 'count',
    unit: 'batches',
    of: { fact: 'sessions-held', where: { kind: 'recuperation' } },
    name: t('疗休养批次', 'Batches of recuperation'),
    definition: t('期内成行的疗休养，一个场次计一批，取消的不计。', 'Recuperations that took place in the period, each session a batch.'),
  }),
  persons('recuperation-persons', '疗休养', 'recuperation', { kind: 'recuperation' }),
  sessions('worker-sessions', '职工沟通会', 'outreach to workers', { kind: 'outreach', part: ['workers', 'new-forms'] }),
  sessions('employer-sessions', '企业沟通会', 'outreach to employers', { kind: 'outreach', part: 'employers' }),
  sessions('law-lecture-sessions', '法律讲座', 'lectures on law', { kind: 'lecture', part: 'law' }),
  persons('law-lecture-persons', '法律讲座', 'lectures on law', { kind: 'lecture', part: 'law' }),
  sessions('mind-lecture-sessions', '心理健康讲座', 'lectures on mental health', { kind: 'lecture', part: 'mind' }),
  attendances('mind-lecture-attendances', '心理健康讲座', 'lectures on mental health', { kind: 'lecture', part: 'mind' }),
  sessions('talk-sessions', '宣讲', 'talks', { kind: 'talk' }),
  attendances('talk-attendances', '宣讲', 'talks', { kind: 'talk' }),
  sessions('culture-sports-sessions', '文体活动', 'culture and sports', culture),
  persons('culture-sports-persons', '文体活动', 'culture and sports', culture),
  figure({
    ...common,
    code: 'volunteering-events',
    measure: 'count',
    unit: 'times',
    of: { fact: 'sessions-held', where: { kind: 'volunteering' } },
    name: t('志愿服务活动', 'Volunteer events'),
    definition: t('期内实际举办的志愿服务，一场计一次。', 'Volunteer sessions held in the period, each once.'),
  }),
  attendances('volunteering-attendances', '志愿者', 'volunteering', { kind: 'volunteering' }),
  sessions('fair-sessions', '招聘会与集市', 'fairs', { kind: 'fair' }),
  sessions('training-sessions', '培训', 'trainings', { kind: 'training' }),
  persons('training-persons', '培训', 'trainings', { kind: 'training' }),
  attendances('training-attendances', '培训', 'trainings', { kind: 'training' }),
]
