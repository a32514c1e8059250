import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { skillsFigures } from '../skills/index.ts'

const by = ['month', 'town', 'org', 'channel', 'occupation'] as const

/** The catalogue of figures. A definition is never edited in place: a change is a new revision with its reason. */
export const figures = [
  figure({
    code: 'members-joined',
    fact: 'members-joined',
    revision: 1,
    unit: 'persons',
    kind: 'flow',
    by,
    name: t('发展会员', 'Members joined'),
    definition: t(
      '期内经审批入会的职工，按人去重；撤销的入会不计。',
      'Persons enrolled in the period, each counted once; reversed joinings are left out.',
    ),
  }),
  figure({
    code: 'members',
    fact: 'members-stock',
    revision: 1,
    unit: 'persons',
    kind: 'stock',
    by: ['town', 'org', 'channel', 'occupation'],
    name: t('会员总数', 'Members'),
    definition: t(
      '截至当日在册会员：入会与转入减去转出、退会、除名、去世。',
      'Members on the roll that day: joined and moved in, less moved out, left, expelled and deceased.',
    ),
  }),
  figure({
    code: 'unions',
    fact: 'unions-stock',
    revision: 1,
    unit: 'organisations',
    kind: 'stock',
    by: ['town', 'kind'],
    name: t('工会组织数', 'Unions'),
    definition: t('截至当日存续的基层工会组织：新建减去撤销、合并。', 'Base unions standing that day: founded, less dissolved and merged.'),
  }),
  figure({
    code: 'unions-founded',
    fact: 'unions-founded',
    revision: 1,
    unit: 'organisations',
    kind: 'flow',
    by: ['month', 'town', 'kind'],
    name: t('新建工会', 'Unions founded'),
    definition: t('期内批准成立的基层工会组织。', 'Base unions approved in the period.'),
  }),
  ...skillsFigures,
] satisfies FigureDeclaration[]
