import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claims, readPhrase, writePhrase } from '../kit/phrase.ts'
import { type Unit, units } from '../kit/units.ts'
import { faultsIn } from './checks.ts'
import type { Content } from './content.ts'
import { numbersIn } from './numbers.ts'
import { chineseNumber } from './ordinal.ts'
import { reportKinds } from './own/index.ts'
import { periodWords } from './period-words.ts'
import { sayClaimed, sayValue } from './say.ts'
import { daysOf, fitsPeriod, measureWords, tokenForms } from './token.ts'

const found = (text: string) => numbersIn(text).map((n) => n.text)

test.each([
  ['全年开展活动79场，惠及职工4300余人', ['79场', '4300余人']],
  ['申报补助8.9万元，签订率93%以上', ['8.9万元', '93%以上']],
  ['建成两家工匠学院', ['两家']],
  ['覆盖职工近万人次', ['近万人次']],
  ['百分之九十五的职工', ['百分之九十五']],
  ['吸引数万职工参与', ['数万']],
  ['挽回损失1,234,567元', ['1,234,567元']],
  ['三十五场宣讲', ['三十五场']],
  ['2024年10月28日至30日举办培训班，220名干部参加', ['220名']],
])('a typed number is found: %s', (text, numbers) => expect(found(text)).toEqual(numbers))

test.each([
  '2024年10月28日至30日，学习党的二十大精神',
  '明确“1+20+1”工作机制',
  '根据密工发〔2026〕12号文件',
  '集政策宣传等四合一功能，用好一函两书和七方联动',
  '拨打12345、12351热线',
  '“十四五”期间，第六届厨王争霸赛',
  '一个个活动走进一线，打通最后一公里，进一步统一思想',
  '庆祝“五一”国际劳动节，落实中央八项规定精神',
  '为群众办一件实事，十分重要，万众一心',
  '2021年至2025年，八段锦、太极拳',
  '贯彻《党政机关公文格式》GB/T 9704',
])('a name, a day or an article is no number: %s', (text) => expect(found(text)).toEqual([]))

test('no template holds a number: words and questions only', () => {
  const texts: string[] = []
  for (const k of reportKinds) {
    texts.push(k.title)
    for (const c of k.chapters) {
      texts.push(c.title)
      for (const b of c.blocks)
        if (b.kind === 'paragraph') texts.push(...b.sentences.flatMap((s) => s.pieces.filter((p): p is string => typeof p === 'string')))
    }
  }
  expect(texts.length).toBeGreaterThan(200)
  for (const text of texts) {
    expect([text, /[0-9０-９]/.test(text)]).toEqual([text, false])
    expect([text, found(text)]).toEqual([text, []])
  }
})

test('kinds have names of their own, and every kind counts something', () => {
  expect(new Set(reportKinds.map((k) => k.code)).size).toBe(reportKinds.length)
  for (const k of reportKinds) expect(k.chapters.length).toBeGreaterThan(1)
})

test('however a value is rounded, what is said is true of it, and read again it is', () => {
  const unit = fc.constantFrom<Unit>('persons', 'attendances', 'sessions', 'yuan', 'cases')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300_000_000 }), unit, fc.constantFrom(...tokenForms), fc.boolean(), (value, u, form, plain) => {
      const { text, base, qualifier } = sayValue(value, u, { form, plain })
      expect(text.endsWith(measureWords[u][0]!)).toBe(true)
      expect(claims(readPhrase(writePhrase(base, qualifier))!, value)).toBe(true)
      if (form !== 'spelled') expect(claims(readPhrase(text.slice(0, -units[u].zh.length))!, value)).toBe(true)
    }),
  )
})

test('rates are never rounded, persons never written as attendances', () => {
  expect(sayValue(98.46, 'percent', { form: '近' }).text).toBe('98.46%')
  expect(sayValue(4312, 'persons', { form: 'auto', word: '人次' }).text).toBe('4300余人')
  expect(sayValue(4312, 'attendances', { form: 'auto', word: '人' }).text).toBe('4300余人次')
})

test.each([
  [13_000, '余', 'attendances', {}, '1.3万余人次'],
  [10_000, '近', 'persons', { word: '名' }, '近万名'],
  [10_000, '余', 'persons', {}, '万余人'],
  [100, '近', 'sessions', {}, '近百场'],
  [100, '约', 'persons', { word: '名' }, '百名'],
  [100_000_000, '近', 'yuan', {}, '近1亿元'],
  [63_000_000, '余', 'yuan', {}, '6300余万元'],
  [2_460_000, '余', 'yuan', {}, '246万余元'],
  [152_200, 'exact', 'yuan', { plain: true }, '152200元'],
  [20_000, '余', 'attendances', { plain: true }, '20000余人次'],
  [93, '余', 'percent', { form: '以上' }, '93%以上'],
  [5000, '余', 'attendances', { form: '超' }, '超5000人次'],
  [2, 'exact', 'organisations', { form: 'spelled' }, '两家'],
  [10_000, '数', 'attendances', {}, '数万人次'],
] as const)('a printed number is said as it was: %s %s %s', (value, qualifier, unit, how, text) => {
  expect(sayClaimed(value, qualifier, unit, how).text).toBe(text)
})

test('a printed 近 is never turned into 超', () => expect(sayClaimed(9000, '近', 'persons', { form: '超' }).text).toBe('近9000人'))

test('a printed number belongs to a report that shares at least half of its days', () => {
  const year = { from: '2023-01-01', to: '2023-12-31' }
  expect(fitsPeriod({ from: '2023-04-01', to: '2023-04-30' }, year)).toBe(true)
  expect(fitsPeriod({ from: '2024-01-01', to: '2024-12-31' }, year)).toBe(false)
  expect(fitsPeriod({ from: '2021-01-01', to: '2025-12-31' }, year)).toBe(false)
  expect(fitsPeriod({ from: null, to: '2023-12-31' }, year)).toBe(true)
  expect(fitsPeriod({ from: null, to: '2022-12-31' }, year)).toBe(false)
})

test('spans and periods are days of the calendar, leap years too', () => {
  expect(daysOf('year-before', { from: '2024-02-29', to: '2024-02-29' })).toEqual({ from: '2023-02-28', to: '2023-02-28' })
  expect(daysOf('five-years', { from: '2025-06-01', to: '2025-12-31' }).from).toBe('2021-01-01')
  expect(daysOf('week', { from: '2026-01-01', to: '2026-01-03' }).from).toBe('2025-12-28')
  expect(periodWords({ from: '2024-01-01', to: '2024-12-31' })).toBe('2024年')
  expect(periodWords({ from: '2021-01-01', to: '2025-12-31' })).toBe('2021年至2025年')
  expect(periodWords({ from: '2023-01-01', to: '2023-09-30' })).toBe('2023年1月至9月')
  expect(periodWords({ from: '2024-01-01', to: '2024-06-30' })).toBe('2024年上半年')
  expect(periodWords({ from: '2026-03-02', to: '2026-03-08' })).toBe('2026年3月2日至8日')
  expect([1, 10, 12, 25].map(chineseNumber)).toEqual(['一', '十', '十二', '二十五'])
})

test('a text is checked: numbers without a source, tokens without a value, a unit said twice', () => {
  const content: Content = {
    chapters: [
      {
        title: '甲',
        blocks: [
          { kind: 'text', line: ['今年走访', { outside: '12家', source: '街道台账' }, '单位，慰问30人，发展', { token: 'F-01' }, '人次会员'] },
          { kind: 'text', line: ['为', { token: 'F-01' }, '户外劳动者服务，', { token: 'F-01' }, '人才队伍'] },
          { kind: 'text', line: ['满意率', { token: 'F-02' }, '。'] },
        ],
      },
    ],
  }
  const faults = faultsIn(content, [
    { code: 'F-01', text: '302人', value: 302, unit: 'persons', source: 'live', parts: null },
    { code: 'F-02', text: '—', value: null, unit: 'percent', source: 'live', parts: null },
  ])
  expect(faults.map((f) => [f.rule, f.weight, f.block, f.words])).toEqual([
    ['typed-number', 'must', 0, '30人'],
    ['unit', 'should', 0, '302人'],
    ['no-value', 'must', 2, '—'],
  ])
})
