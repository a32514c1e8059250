import type { PeriodKind } from '@gongyou/contract/reports/kind.ts'
import { periodWords } from '@gongyou/contract/reports/period-words.ts'
import type { Report, ReportRow, SaidToken } from '@gongyou/contract/reports/shapes.ts'
import type { Span, TokenForm } from '@gongyou/contract/reports/token.ts'
import { w } from '../../kit/text.ts'

export type ReportState = ReportRow['state']
export const stateName = (state: ReportState) =>
  ({
    drafted: w('起草中', 'Being written'),
    submitted: w('待核定', 'Awaits approval'),
    approved: w('已定稿', 'Frozen'),
    published: w('已发布', 'Published'),
  })[state]
export const stateColour = (state: ReportState) =>
  ({ drafted: 'var(--ink-2)', submitted: 'var(--soon)', approved: 'var(--info)', published: 'var(--done)' })[state]

export const reportActName = (kind: string) =>
  ({
    'report.drafted': w('起草', 'Drafted'),
    'report.edited': w('修改', 'Edited'),
    'report.refreshed': w('更新数字', 'Numbers counted anew'),
    'report.submitted': w('送审', 'Submitted'),
    'report.returned': w('退回', 'Returned'),
    'report.approved': w('核定', 'Approved'),
    'report.frozen': w('核定并定稿', 'Approved and frozen'),
    'report.published': w('发布', 'Published'),
    'report.corrected': w('列入勘误', 'Corrections noted'),
  })[kind] ?? kind

export const formName = (form: TokenForm) =>
  ({
    auto: w('按惯例取整', 'Rounded as usual'),
    exact: w('精确', 'Exact'),
    spelled: w('十以内用汉字', 'In words up to ten'),
    余: '余',
    多: '多',
    近: '近',
    超: '超',
    超过: '超过',
    以上: '以上',
  })[form]
export const spanName = (span: Span) =>
  ({
    period: w('报告时段', 'The period of the report'),
    'year-before': w('上年同期', 'The same days a year before'),
    year: w('本年以来', 'The year so far'),
    'half-year': w('本半年', 'The half year'),
    month: w('本月', 'The month'),
    week: w('最近七天', 'The last seven days'),
    'five-years': w('近五年', 'Five years'),
  })[span]
export const periodName = (kind: PeriodKind) =>
  ({
    week: w('周', 'Week'),
    month: w('月', 'Month'),
    'half-year': w('半年', 'Half year'),
    year: w('年', 'Year'),
    'five-years': w('五年', 'Five years'),
    free: w('自定', 'Any'),
  })[kind]
export const sourceName = (source: SaidToken['source']) =>
  ({
    live: w('系统记录', 'Records'),
    printed: w('历史数字', 'Printed'),
    target: w('目标', 'Target'),
    none: w('没有值', 'No value'),
  })[source]
export const ruleName = (rule: string) =>
  ({
    'typed-number': w('没有来源的数字', 'Number without a source'),
    'no-value': w('没有值', 'No value'),
    unit: w('单位', 'Unit'),
    contradiction: w('数字打架', 'Contradiction'),
    'bare-rate': w('比率', 'Rate'),
    stale: w('数字已变', 'Number has changed'),
    empty: w('空章节', 'Empty chapter'),
  })[rule] ?? rule
export const weightColour = { must: 'var(--red)', should: 'var(--soon)', notice: 'var(--ink-2)' } as const

/** Where a number opens: its figure with the same question, or what was printed. */
export const wayTo = (s: SaidToken): { to: string; params: Record<string, string>; search: Record<string, string> } | undefined => {
  if (s.source === 'printed') return s.claim ? { to: '/claims/$id', params: { id: s.claim.id }, search: {} } : undefined
  if (!s.figure || s.source === 'none') return undefined
  const search = Object.fromEntries(Object.entries(s.asked).map(([k, v]) => [k, String(v)]))
  return { to: '/figures/$code', params: { code: s.figure }, search }
}
/** A period in the words of the report, and in days where English is read. */
export const periodShown = (p: { from: string; to: string }) => w(periodWords(p), `${p.from} – ${p.to}`)
export const daysOf = (s: Pick<SaidToken, 'from' | 'to'>) => (s.from === null ? w(`截至 ${s.to}`, `as of ${s.to}`) : `${s.from} — ${s.to}`)
export type { Report }
