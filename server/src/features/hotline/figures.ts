import { figure } from '@gongyou/contract/kit/figure.ts'
import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'

const by = ['month', 'town', 'org', 'source', 'category'] as const
const reached = ['yes', 'no'] as const
const reopened = { fact: 'cases-reopened', where: { service: hotlineOrder.code, soon: 'true' } }

const asked = (name: 'responded' | 'solved' | 'satisfied') => ({
  of: { fact: 'hotline-callbacks', where: { [name]: 'yes' } },
  among: { fact: 'hotline-callbacks', where: { [name]: reached } },
  silent: { fact: 'hotline-callbacks', where: { [name]: 'unreached' } },
  reopened,
})
const rate = { revision: 1, measure: 'rate', unit: 'percent', owner: 'office', by } as const

export const hotlineFigures = [
  figure({
    code: 'hotline-received',
    revision: 1,
    measure: 'count',
    unit: 'cases',
    of: { fact: 'hotline-received' },
    owner: 'office',
    by,
    name: t('热线接单', 'Hotline orders received'),
    definition: t(
      '期内 12345、12351 派来的工单，按派单日期；退单的也计在内。',
      'Orders sent by 12345 and 12351 in the period, by the date of sending; those taken back included.',
    ),
  }),
  figure({
    ...rate,
    code: 'hotline-in-time',
    of: { fact: 'hotline-answered', where: { late: 'false' } },
    among: { fact: 'hotline-answered' },
    reopened,
    name: t('热线按期答复率', 'Hotline orders answered in time'),
    definition: t(
      '期内首次答复的工单中，在工单所注或规定期限内答复的。',
      'Of the orders first answered in the period those answered by the printed or counted date.',
    ),
  }),
  figure({
    ...rate,
    code: 'hotline-responded',
    ...asked('responded'),
    name: t('热线响应率', 'Hotline: responded'),
    definition: t(
      '期内回访联系上的诉求人中，答“已联系”的；未联系上的不在分母中，另列。',
      'Of the callers reached in the period those who say they were contacted; those not reached stand beside it.',
    ),
  }),
  figure({
    ...rate,
    code: 'hotline-solved',
    ...asked('solved'),
    name: t('热线解决率', 'Hotline: solved'),
    definition: t(
      '期内回访联系上的诉求人中，答“已解决”的；未联系上的不在分母中，另列。',
      'Of the callers reached in the period those who say it was solved; those not reached stand beside it.',
    ),
  }),
  figure({
    ...rate,
    code: 'hotline-satisfied',
    ...asked('satisfied'),
    name: t('热线满意率', 'Hotline: satisfied'),
    definition: t(
      '期内回访联系上的诉求人中，答“满意”的；未联系上的不在分母中，另列。',
      'Of the callers reached in the period those who are satisfied; those not reached stand beside it.',
    ),
  }),
]

const { category, source } = hotlineOrder.form
const optionsOf = (field: typeof category | typeof source) => field.options.map((o) => ({ code: o.code, ...o.label }))

export const hotlineDimensions: Dimensions = {
  source: { name: t('来源', 'Source'), values: optionsOf(source) },
  category: { name: t('诉求类别', 'Category'), values: optionsOf(category) },
}
