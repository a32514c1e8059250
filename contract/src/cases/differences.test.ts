import { expect, test } from 'vitest'
import { t } from '../kit/text.ts'
import { differencesOf } from './differences.ts'
import { type Service, service } from './service.ts'

const first: Service = service({
  code: 'gift',
  revision: 1,
  letters: 'GI',
  title: t('生日慰问', 'Birthday gift'),
  summary: t('送一份礼物。', 'A gift.'),
  begunBy: ['worker'],
  form: {
    wish: { kind: 'choice', label: t('礼物', 'Gift'), options: [{ code: 'option1', label: t('蛋糕', 'Cake') }] },
    price: { kind: 'money', label: t('金额', 'Price') },
  },
  roles: {
    role1: { name: t('服务站', 'Station'), posts: ['station_head'], at: 'station' },
    role2: { name: t('区总', 'District'), posts: ['office_head'], at: 'district' },
  },
  states: { state1: { name: t('待办', 'Waiting') }, state2: { name: t('已办', 'Done'), final: true } },
  begins: 'state1',
  actions: { step1: { name: t('送出', 'Send'), from: 'state1', to: 'state2', by: 'role1', outcome: 'outcome1' } },
  outcomes: { outcome1: { name: t('送到', 'Given'), good: true } },
  clocks: { clock1: { name: t('送达', 'Sending'), in: ['state1'], within: { amount: 5, unit: 'working_days' }, owner: 'role1' } },
})
const second: Service = {
  ...first,
  revision: 2,
  begunBy: ['worker', 'office'],
  form: {
    ...first.form,
    wish: {
      kind: 'choice',
      label: t('礼物', 'Gift'),
      options: [
        { code: 'option1', label: t('蛋糕', 'Cake') },
        { code: 'option2', label: t('图书', 'Book') },
      ],
      when: {
        all: [
          { of: 'person.member', is: true },
          { of: 'price', atLeast: 10_000 },
        ],
      } as never,
    },
  },
  roles: { ...first.roles, role1: { name: t('服务站', 'Station'), posts: ['station_head', 'union_social_worker'], at: 'town' } },
  actions: { step1: { ...first.actions['step1']!, by: 'role2', asks: ['price'] } },
  clocks: { clock1: { name: t('送达', 'Sending'), in: ['state1'], within: { amount: 3, unit: 'calendar_days' }, owner: 'role2' } },
  counts: { split: 'wish', amount: 'price' },
  rules: [{ holds: { of: 'person.age', atLeast: 18 }, says: t('须满 18 岁', 'Adults'), weight: 'must' }],
}

const told = (language: 'zh' | 'en') => differencesOf(first, second, language).map((d) => [d.what[language], d.before, d.after])

test('what differs is told in the officer’s words', () => {
  expect(told('zh')).toEqual([
    ['谁可发起', '职工本人', '职工本人、工会机关'],
    ['字段“礼物”：选项', '蛋糕', '蛋糕、图书'],
    ['字段“礼物”：出现条件', null, '是会员，且金额不小于 100.00 元'],
    ['角色“服务站”：岗位', '站长', '站长、专职社工'],
    ['角色“服务站”：层级', '服务站', '镇街总工会'],
    ['步骤“送出”：由谁办', '服务站', '区总'],
    ['步骤“送出”：要填的内容', null, '金额'],
    ['时限“送达”：期限', '5 个工作日', '3 日'],
    ['时限“送达”：责任人', '服务站', '区总'],
    ['统计', null, '礼物、金额'],
    ['申请条件', null, '须满 18 岁'],
  ])
})

test('no code, no JSON and no Chinese on an English page', () => {
  const words = told('en')
    .flat()
    .filter((x) => x !== null)
  expect(words.join('\n')).not.toMatch(/[{}[\]"]|(?:role|step|state|option|clock)\d|_|[\u4e00-\u9fff]/)
  expect(words).toContain('3 days')
})
