import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'

/** What remains of matchmaking: numbers. */
export const matchmakingFigures = [
  figure({
    code: 'matchmaking-pairs',
    revision: 1,
    measure: 'sum',
    unit: 'pairs',
    of: { fact: 'matchmaking-pairs' },
    owner: 'office',
    by: ['month', 'town'],
    name: t('联谊互选成功', 'Pairs who chose each other'),
    definition: t(
      '期内联谊活动互选成功的对数；填卡不足 10 人的活动不留这个数，也不计。',
      'Pairs of the period who chose each other; activities with fewer than ten cards keep no such number and are left out.',
    ),
  }),
]
