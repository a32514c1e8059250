import { type Service, service } from '@gongyou/contract/cases/service.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { system } from '../kit/actor.ts'
import { newId } from '../kit/ids.ts'
import { publishService } from '../features/cases/index.ts'
import { type Union, region } from './union.ts'

/** A service with everything the engine can do: two levels, a clock, sealed answers, a rule, a refusal. */
export const grant = service({
  code: 'test-grant',
  revision: 1,
  letters: 'CS',
  title: t('测试补助', 'Test grant'),
  summary: t('供测试使用。', 'For tests.'),
  begunBy: ['worker', 'office'],
  form: {
    cause: {
      kind: 'choice',
      label: t('原因', 'Cause'),
      options: [
        { code: 'illness', label: t('患病', 'Illness') },
        { code: 'accident', label: t('意外', 'Accident') },
      ],
    },
    amount: { kind: 'money', label: t('金额', 'Amount'), max: 500_000 },
    income: { kind: 'money', label: t('家庭月收入', 'Income'), secrecy: 'P3' },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), from: 'person.mobile', asks: 'contact-phone' },
    paper: { kind: 'files', accept: 'any', label: t('证明', 'Paper'), optional: true },
    granted: { kind: 'money', label: t('批准金额', 'Granted'), max: 500_000 },
  },
  asksAtStart: ['cause', 'amount', 'income', 'phone', 'paper'],
  rules: [
    { holds: { of: 'person.member', is: true }, says: t('须是工会会员', 'Members only'), weight: 'must' },
    { holds: { of: 'income', atMost: 300_000 }, says: t('家庭月收入不高于 3000 元', 'Income at most 3000'), weight: 'look' },
  ],
  roles: {
    station: { name: t('服务站', 'Station'), posts: ['station_head', 'union_social_worker'], at: 'station' },
    district: { name: t('区总', 'District'), posts: ['organisation_officer'], at: 'district' },
  },
  states: {
    submitted: { name: t('已提交', 'Submitted'), says: t('已收到。', 'Received.') },
    review: { name: t('审批中', 'Under review'), says: t('正在审批。', 'Under review.') },
    granted: { name: t('已批准', 'Granted'), final: true },
    refused: { name: t('未通过', 'Refused'), final: true },
  },
  begins: 'submitted',
  actions: {
    accept: { name: t('受理', 'Accept'), from: 'submitted', to: 'review', by: 'station', words: 'opinion' },
    grant: {
      name: t('批准', 'Grant'),
      from: 'review',
      to: 'granted',
      by: 'district',
      asks: ['granted'],
      words: 'answer',
      outcome: 'granted',
      when: { of: 'granted', atLeast: 1 },
    },
    refuse: {
      name: t('不予通过', 'Refuse'),
      from: ['submitted', 'review'],
      to: 'refused',
      by: 'district',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
    reject: {
      name: t('不予受理', 'Turn away'),
      from: 'submitted',
      to: 'refused',
      by: 'station',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: { granted: { name: t('已批准', 'Granted'), good: true }, refused: { name: t('未通过', 'Refused'), good: false } },
  clocks: {
    acceptance: {
      name: t('受理', 'Acceptance'),
      in: ['submitted'],
      within: { amount: 5, unit: 'working_days' },
      extension: 5,
      owner: 'station',
      head: 'district',
    },
    decision: { name: t('审批', 'Decision'), in: ['review'], within: { amount: 20, unit: 'working_days' }, owner: 'district' },
  },
  counts: { split: 'cause', amount: 'granted' },
  appealDays: 30,
})

/** Publishes a service into a union under test. */
export const offer = (union: Union, declared: Service) =>
  union.db.write({ region, by: system, operation: 'test', request: newId() }, (work) =>
    publishService(work, declared, { by: 'officer', because: '测试' }),
  )

export const answers = { cause: 'illness', amount: 120_000, income: 250_000, phone: '13900000001' } as const

/** A worker of the example, signed in by phone code. */
export const worker = async (union: Union, mobile: string) => {
  const someone = union.visitor()
  const { challenge } = await someone.ask('sendPhoneCode', { body: { mobile } })
  await someone.ask('signInByPhone', { body: { challenge, code: await union.codeFor(mobile) } })
  return someone
}
