import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { courseProposal } from '@gongyou/contract/lawmenu/course-proposal.ts'

/** The steps that say how a trial lecture went; a course refused without one was not heard. */
const heard = ['list', 'fail'] as const satisfies (keyof typeof courseProposal.actions)[]

export const lawmenuFigures = [
  figure({
    code: 'trial-lectures',
    revision: 1,
    measure: 'count',
    unit: 'classes',
    of: { fact: 'case-steps', where: { service: courseProposal.code, action: heard } },
    owner: 'rights',
    by: ['month', 'town', 'org', 'split', 'outcome'],
    name: t('课程试讲', 'Trial lectures'),
    definition: t(
      '期内登记了结果的课程试讲，通过与未通过的都计在内，按登记结果之日；没有试讲就不予上架的不计。',
      'Trial lectures whose result was entered in the period, passed or not, by the day of entry; courses refused unheard are not counted.',
    ),
  }),
]
