import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { type Dimension, type Dimensions, yesNo } from '../../kit/ledger/dimension.ts'
import { allForms } from './forms.ts'

const by = ['month', 'town', 'org', 'form', 'every'] as const

export const returnsFigures = [
  figure({
    code: 'returns-due',
    revision: 1,
    measure: 'count',
    unit: 'copies',
    of: { fact: 'returns-due' },
    owner: 'office',
    by,
    name: t('应报报表', 'Returns due'),
    definition: t('报告期在期内结束、单位应当报送的报表。', 'Returns that units had to hand in, by the end of the period they report on.'),
  }),
  figure({
    code: 'returns-complete',
    revision: 1,
    measure: 'rate',
    unit: 'percent',
    of: { fact: 'returns-in' },
    among: { fact: 'returns-due' },
    owner: 'office',
    by,
    name: t('报表报送率', 'Returns handed in'),
    definition: t(
      '已报送的报表占应报报表的比例；退回、撤回未重报的不计。',
      'Share of the returns due that have been handed in; those sent or taken back are not counted.',
    ),
  }),
  figure({
    code: 'returns-timely',
    revision: 1,
    measure: 'rate',
    unit: 'percent',
    of: { fact: 'returns-in', where: { timely: 'true' } },
    among: { fact: 'returns-due' },
    owner: 'office',
    by,
    name: t('报表及时率', 'Returns in time'),
    definition: t('第一次报送不晚于截止日的报表占应报报表的比例。', 'Share of the returns due that were first handed in by the day.'),
  }),
  figure({
    code: 'return-lines-changed',
    revision: 1,
    measure: 'sum',
    unit: 'items',
    of: { fact: 'return-lines-changed' },
    owner: 'office',
    by,
    name: t('报表改数', 'Lines told otherwise'),
    definition: t('报送时与系统数不同、写明原因的指标项数。', 'Lines of returns that units told otherwise than counted, with a reason.'),
  }),
]

const form: Dimension = {
  name: t('报表', 'Form'),
  namesOf: async (look) => new Map((await allForms(look)).map((f) => [f.form.code, f.form.title])),
}

export const returnsDimensions: Dimensions = {
  'returns-due.form': form,
  'returns-in.form': form,
  'return-lines-changed.form': form,
  every: {
    name: t('报告期', 'Period'),
    values: [
      { code: 'month', zh: '月报', en: 'Monthly' },
      { code: 'quarter', zh: '季报', en: 'Quarterly' },
      { code: 'year', zh: '年报', en: 'Yearly' },
    ],
  },
  timely: { name: t('是否及时', 'In time'), values: yesNo },
  nil: { name: t('是否零报', 'Nothing to report'), values: yesNo },
}
