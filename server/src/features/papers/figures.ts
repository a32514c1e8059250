import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { paperKinds } from '@gongyou/contract/papers/kinds.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'

export const papersFigures = [
  figure({
    code: 'papers-issued',
    revision: 1,
    measure: 'sum',
    unit: 'copies',
    of: { fact: 'papers-issued' },
    owner: 'office',
    by: ['month', 'org', 'kind'],
    name: t('制发公文', 'Papers issued'),
    definition: t('期内签发的公文，减去期内作废的。', 'Papers issued in the period, less those withdrawn in it.'),
  }),
  figure({
    code: 'supervision-letters',
    revision: 1,
    measure: 'sum',
    unit: 'copies',
    of: { fact: 'papers-issued', where: { kind: ['reminder_letter', 'opinion_letter', 'recommendation_letter'] } },
    owner: 'rights',
    by: ['month', 'org', 'kind'],
    name: t('一函两书', 'Supervision letters'),
    definition: t(
      '期内签发的工会劳动法律监督提示函、意见书、建议书，减去期内作废的。',
      'Reminder, opinion and recommendation letters issued in the period, less those withdrawn.',
    ),
  }),
]

export const papersDimensions: Dimensions = {
  'papers-issued.kind': { name: t('文种', 'Kind of paper'), values: paperKinds.map((k) => ({ code: k.code, ...k.name })) },
}
