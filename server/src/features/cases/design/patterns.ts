import type { Service } from '@gongyou/contract/cases/service.ts'
import { t } from '@gongyou/contract/kit/text.ts'

type Begun = Pick<Service, 'code' | 'revision' | 'letters' | 'title'>

const same = (zh: string) => t(zh, zh)
const both = { granted: { name: t('已办结', 'Done'), good: true }, refused: { name: t('未通过', 'Refused'), good: false } } as const
const station = { name: t('服务站', 'Station'), posts: ['station_head', 'deputy_station_head', 'union_social_worker'], at: 'station' } as const
const note = { kind: 'text', label: t('申请说明', 'What is asked for'), lines: 3, max: 500 } as const

const shared = ({
  title,
  ...begun
}: Begun): Pick<Service, 'code' | 'revision' | 'letters' | 'title' | 'summary' | 'begunBy' | 'outcomes' | 'begins'> => ({
  ...begun,
  title,
  summary: same(`${title.zh}：请写一句话说明给谁办、怎么办。`),
  begunBy: ['worker', 'office'],
  outcomes: both,
  begins: 'submitted',
})

/** Apply, somebody handles it, done. */
const oneStep = (begun: Begun): Service => ({
  ...shared(begun),
  form: { note },
  roles: { handler: station },
  states: {
    submitted: { name: t('待办理', 'Waiting'), says: t('已收到，工作人员会尽快办理。', 'Received; it will be handled soon.') },
    done: { name: t('已办结', 'Done'), final: true },
    refused: { name: t('未通过', 'Refused'), final: true },
  },
  actions: {
    finish: { name: t('办结', 'Finish'), from: 'submitted', to: 'done', by: 'handler', words: 'answer', outcome: 'granted' },
    refuse: {
      name: t('不予办理', 'Refuse'),
      from: 'submitted',
      to: 'refused',
      by: 'handler',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  clocks: { handling: { name: t('办理', 'Handling'), in: ['submitted'], within: { amount: 5, unit: 'working_days' }, owner: 'handler' } },
})

/** Apply, the station looks, the district decides. */
const twoSteps = (begun: Begun): Service => ({
  ...shared(begun),
  form: { note },
  roles: { handler: station, approver: { name: t('区总', 'District'), posts: ['office_officer', 'office_head'], at: 'district' } },
  states: {
    submitted: { name: t('待初审', 'To be checked'), says: t('已收到，服务站正在核对。', 'Received; the station is checking it.') },
    review: { name: t('待审批', 'To be decided'), says: t('已初审，等待区总工会审批。', 'Checked; the district decides.') },
    done: { name: t('已通过', 'Granted'), final: true },
    refused: { name: t('未通过', 'Refused'), final: true },
  },
  actions: {
    check: { name: t('初审通过', 'Pass on'), from: 'submitted', to: 'review', by: 'handler', words: 'opinion' },
    grant: { name: t('同意', 'Grant'), from: 'review', to: 'done', by: 'approver', words: 'answer', outcome: 'granted' },
    turnAway: {
      name: t('不予受理', 'Turn away'),
      from: 'submitted',
      to: 'refused',
      by: 'handler',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
    refuse: {
      name: t('不同意', 'Refuse'),
      from: 'review',
      to: 'refused',
      by: 'approver',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  clocks: {
    checking: { name: t('初审', 'Check'), in: ['submitted'], within: { amount: 5, unit: 'working_days' }, owner: 'handler', head: 'approver' },
    deciding: { name: t('审批', 'Decision'), in: ['review'], within: { amount: 10, unit: 'working_days' }, owner: 'approver' },
  },
})

const blank = (begun: Begun): Service => ({
  ...shared(begun),
  form: {},
  roles: {},
  outcomes: {},
  states: { submitted: { name: t('已提交', 'Handed in') } },
  actions: {},
})

export const patterns = { blank, 'one-step': oneStep, 'two-steps': twoSteps } as const
export type PatternName = keyof typeof patterns
