import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Dimensions } from '../../kit/ledger/dimension.ts'
import { serviceOf } from './services.ts'

const by = ['month', 'town', 'org', 'service', 'channel', 'split'] as const

export const casesFigures = [
  figure({
    code: 'cases-opened',
    revision: 1,
    measure: 'count',
    unit: 'cases',
    of: { fact: 'cases-opened' },
    owner: 'office',
    by,
    name: t('受理办件', 'Cases opened'),
    definition: t('期内受理的各类办件；撤回的也计在内。', 'Cases taken in the period, those withdrawn later included.'),
  }),
  figure({
    code: 'case-applicants',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'cases-opened' },
    owner: 'office',
    by,
    name: t('申请人', 'Applicants'),
    definition: t(
      '期内受理办件的职工申请人，按人去重；没有登记申请人的不计。',
      'Persons whose cases were taken in the period, each once; cases without a registered applicant are left out.',
    ),
  }),
  figure({
    code: 'cases-closed',
    revision: 1,
    measure: 'count',
    unit: 'cases',
    of: { fact: 'cases-closed' },
    owner: 'office',
    by: [...by, 'outcome'],
    name: t('办结办件', 'Cases closed'),
    definition: t(
      '期内办结的办件，含撤回和终止；重开后再次办结的再计一件。',
      'Closings in the period, withdrawn and terminated cases included; a case closed again after reopening counts again.',
    ),
  }),
  figure({
    code: 'cases-open',
    revision: 1,
    measure: 'stock',
    unit: 'cases',
    of: { fact: 'cases-open' },
    owner: 'office',
    by: ['town', 'org', 'service', 'channel'],
    name: t('在办办件', 'Open cases'),
    definition: t(
      '截至当日未办结的办件：受理、重开、转入减去办结、转出。',
      'Cases open that day: taken, reopened and moved in, less closed and moved out.',
    ),
  }),
  figure({
    code: 'case-steps',
    revision: 1,
    measure: 'count',
    unit: 'times',
    of: { fact: 'case-steps' },
    owner: 'office',
    by: [...by, 'action'],
    name: t('办理步骤', 'Steps taken'),
    definition: t('期内在办件上走过的步骤，含办结的一步。', 'Steps taken on cases in the period, the last one included.'),
  }),
  figure({
    code: 'cases-reopened',
    revision: 1,
    measure: 'count',
    unit: 'times',
    of: { fact: 'cases-reopened' },
    owner: 'office',
    by,
    name: t('办件重开', 'Cases reopened'),
    definition: t('期内办结后又重开的次数。', 'How often closed cases were opened again in the period.'),
  }),
  figure({
    code: 'case-amounts',
    revision: 1,
    measure: 'sum',
    unit: 'yuan',
    of: { fact: 'case-amounts' },
    owner: 'finance',
    by: [...by, 'outcome'],
    name: t('办结金额', 'Amounts of closed cases'),
    definition: t('期内办结办件上事项所指定金额的合计。', 'The amounts that services name for their figures, of cases closed in the period.'),
  }),
  figure({
    code: 'cases-days-to-close',
    revision: 1,
    measure: 'average',
    unit: 'days',
    of: { fact: 'case-days' },
    among: { fact: 'cases-closed' },
    owner: 'office',
    by: [...by, 'outcome'],
    name: t('平均办结天数', 'Days to close, on average'),
    definition: t(
      '期内办结的办件从受理到办结的日历天数，除以办结件数。',
      'Calendar days from taking to closing, divided by the cases closed in the period.',
    ),
  }),
  figure({
    code: 'cases-solved-rate',
    revision: 1,
    measure: 'rate',
    unit: 'percent',
    of: { fact: 'cases-closed', where: { good: 'true' } },
    among: { fact: 'cases-closed' },
    reopened: { fact: 'cases-reopened', where: { soon: 'true' } },
    owner: 'office',
    by: ['month', 'town', 'org', 'service', 'channel'],
    name: t('办成率', 'Share solved'),
    definition: t(
      '期内办结的办件中以“办成”类结果结束的；撤回、终止、不予受理在分母中。另列办结后三十天内重开的件数。',
      'Of the closings in the period those with a good outcome; withdrawn, terminated and refused ones are in the denominator. Reopened within thirty days stands beside it.',
    ),
  }),
  figure({
    code: 'cases-rated-share',
    revision: 1,
    measure: 'rate',
    unit: 'percent',
    of: { fact: 'cases-rated', where: { stars: ['4', '5'] } },
    among: { fact: 'cases-rated' },
    owner: 'office',
    by: ['month', 'town', 'org', 'service'],
    name: t('评价满意率', 'Satisfied, of those who rated'),
    definition: t(
      '期内申请人评价中四星、五星所占的份额；未评价的不在分母中。',
      'Four and five stars of the ratings given in the period; whoever gave none is in no denominator.',
    ),
  }),
  figure({
    code: 'case-stars',
    revision: 1,
    measure: 'average',
    unit: 'stars',
    of: { fact: 'case-stars' },
    among: { fact: 'cases-rated' },
    owner: 'office',
    by: ['month', 'town', 'org', 'service'],
    name: t('平均评价', 'Stars, on average'),
    definition: t('期内评价的星数除以评价次数。', 'Stars given in the period, divided by the ratings.'),
  }),
]

type Pick = (service: Awaited<ReturnType<typeof serviceOf>>) => Iterable<readonly [string, Text]>

/** Names out of every service, newest revision last, so that the newest word for a code wins. */
const namesIn = (pick: Pick) => async (look: Look) => {
  const { rows } = await sql<{ code: string; revision: number }>`
    select code, revision from cases.service where region = ${look.region} order by revision`.execute(look.raw)
  const names = new Map<string, Text>()
  for (const r of rows) for (const [code, name] of pick(await serviceOf(look, r.code, r.revision))) names.set(code, name)
  return names
}

export const casesDimensions: Dimensions = {
  service: { name: t('服务事项', 'Service'), namesOf: namesIn((s) => [[s.code, s.title]]) },
  split: {
    name: t('类别', 'Sort'),
    namesOf: namesIn((s) => {
      const field = s.counts?.split ? s.form[s.counts.split] : undefined
      return field && 'options' in field ? field.options.map((o) => [o.code, o.label] as const) : []
    }),
  },
  outcome: {
    name: t('结果', 'Outcome'),
    namesOf: async (look) =>
      new Map([
        ...(await namesIn((s) => Object.entries(s.outcomes ?? {}).map(([code, o]) => [code, o.name] as const))(look)),
        ['withdrawn', t('申请人撤回', 'Withdrawn')],
        ['terminated', t('终止', 'Terminated')],
      ]),
  },
  action: { name: t('步骤', 'Step'), namesOf: namesIn((s) => Object.entries(s.actions).map(([code, a]) => [code, a.name] as const)) },
  ...Object.fromEntries(
    ['cases-opened', 'cases-closed', 'cases-open', 'case-steps', 'cases-reopened', 'case-amounts', 'case-days', 'cases-rated', 'case-stars'].map(
      (fact) => [
        `${fact}.channel`,
        {
          name: t('受理渠道', 'Channel'),
          values: [
            { code: 'phone', zh: '手机', en: 'Phone pages' },
            { code: 'window', zh: '窗口', en: 'Window' },
            { code: 'hotline', zh: '热线', en: 'Hotline' },
            { code: 'import', zh: '表格导入', en: 'Imported' },
            { code: 'office', zh: '内部发起', en: 'Office' },
            { code: 'quick', zh: '一句话登记', en: 'Quick record' },
          ],
        },
      ],
    ),
  ),
}
