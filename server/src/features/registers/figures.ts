import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'
import { allRegisters } from './definitions.ts'

export const registersFigures = [
  figure({
    code: 'entries-added',
    revision: 1,
    measure: 'count',
    unit: 'items',
    of: { fact: 'entries-added' },
    owner: 'office',
    by: ['month', 'town', 'org', 'register', 'channel'],
    name: t('名册新增', 'Register entries added'),
    definition: t('期内列入各名册台账的条目。', 'Entries added to registers in the period.'),
  }),
  figure({
    code: 'entries',
    revision: 1,
    measure: 'stock',
    unit: 'items',
    of: { fact: 'entries-stock' },
    owner: 'office',
    by: ['town', 'org', 'register'],
    name: t('名册条目', 'Register entries'),
    definition: t(
      '截至当日各名册台账未终止的条目；过期未终止的仍计在内。',
      'Entries of registers not ended by that day; one that has run out stays until somebody ends it.',
    ),
  }),
  figure({
    code: 'entries-renewed',
    revision: 1,
    measure: 'count',
    unit: 'items',
    of: { fact: 'entries-renewed' },
    owner: 'office',
    by: ['month', 'town', 'org', 'register'],
    name: t('名册续期', 'Register entries renewed'),
    definition: t('期内办理续期的名册条目，续几次计几项。', 'Renewals of register entries in the period; each renewal counts.'),
  }),
  figure({
    code: 'contracts-signed',
    revision: 1,
    measure: 'count',
    unit: 'copies',
    of: { fact: 'entries-added', where: { register: 'collective-contracts' } },
    owner: 'rights',
    by: ['month', 'town', 'org', 'channel'],
    name: t('集体合同新签', 'Collective contracts entered'),
    definition: t('期内列入集体合同台账的合同。', 'Contracts entered in the register of collective contracts in the period.'),
  }),
  figure({
    code: 'studios',
    revision: 1,
    measure: 'stock',
    unit: 'organisations',
    of: { fact: 'entries-stock', where: { register: 'studios' } },
    owner: 'skills',
    by: ['town', 'org'],
    name: t('职工创新工作室', 'Innovation studios'),
    definition: t(
      '截至当日创新工作室名册中未终止的工作室，市、区两级合计。',
      'Studios in the register not ended by that day, city and district level together.',
    ),
  }),
]

const sources = [
  { code: 'hand', zh: '手工录入', en: 'By hand' },
  { code: 'case', zh: '由办件产生', en: 'From a case' },
  { code: 'import', zh: '表格导入', en: 'Imported' },
]
const channel = { name: t('来源', 'Source'), values: sources }

export const registersDimensions: Dimensions = {
  register: {
    name: t('名册', 'Register'),
    namesOf: async (look) => new Map((await allRegisters(look)).map(({ register }) => [register.code, register.title])),
  },
  'entries-added.channel': channel,
  'entries-renewed.channel': channel,
}
