import { figure } from '@gongyou/contract/kit/figure.ts'
import { organisationKinds } from '@gongyou/contract/codes/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'

export const organisationFigures = [
  figure({
    code: 'unions',
    revision: 1,
    measure: 'stock',
    unit: 'organisations',
    of: { fact: 'unions-stock' },
    owner: 'organisation',
    by: ['town', 'kind'],
    name: t('工会组织数', 'Unions'),
    definition: t('截至当日存续的基层工会组织：新建减去撤销、合并。', 'Base unions standing that day: founded, less dissolved and merged.'),
  }),
  figure({
    code: 'unions-founded',
    revision: 1,
    measure: 'count',
    unit: 'organisations',
    of: { fact: 'unions-founded' },
    owner: 'organisation',
    by: ['month', 'town', 'kind'],
    name: t('新建工会', 'Unions founded'),
    definition: t('期内批准成立的基层工会组织。', 'Base unions approved in the period.'),
  }),
]

export const organisationDimensions: Dimensions = { kind: { name: t('组织类型', 'Kind'), values: organisationKinds } }
