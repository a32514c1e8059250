import { figure } from '@gongyou/contract/kit/figure.ts'
import { joinChannels, newFormOccupations } from '@gongyou/contract/codes/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'

const by = ['month', 'town', 'org', 'channel', 'occupation'] as const

export const membershipFigures = [
  figure({
    code: 'members-joined',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'members-joined' },
    owner: 'organisation',
    by,
    name: t('发展会员', 'Members joined'),
    definition: t(
      '期内经审批入会的职工，按人去重；撤销的入会不计。',
      'Persons enrolled in the period, each counted once; reversed joinings are left out.',
    ),
  }),
  figure({
    code: 'new-form-members-joined',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'members-joined', where: { occupation: newFormOccupations.map((o) => o.code) } },
    owner: 'organisation',
    by,
    name: t('发展新就业形态劳动者会员', 'New-form workers joined'),
    definition: t(
      '期内入会时登记为新就业形态职业的职工，按人去重。',
      'Persons enrolled in the period with a new-form occupation at the time, each counted once.',
    ),
  }),
  figure({
    code: 'members',
    revision: 1,
    measure: 'stock',
    unit: 'persons',
    of: { fact: 'members-stock' },
    owner: 'organisation',
    by: ['town', 'org', 'channel', 'occupation'],
    name: t('会员总数', 'Members'),
    definition: t(
      '截至当日在册会员：入会与转入减去转出、退会、除名、去世。',
      'Members on the roll that day: joined and moved in, less moved out, left, expelled and deceased.',
    ),
  }),
]

export const membershipDimensions: Dimensions = {
  channel: { name: t('入会方式', 'Channel'), values: joinChannels },
  occupation: { name: t('职业', 'Occupation'), values: newFormOccupations },
  joinPoint: { name: t('入会码', 'Joining code') },
}
