import type { Unit } from '../kit/units.ts'

/** Which days a figure is asked for, seen from the period of the report. A stock is asked for the last of them. */
export const spans = ['period', 'year-before', 'year', 'half-year', 'month', 'week', 'five-years'] as const
export type Span = (typeof spans)[number]

/** How its number is rounded; `spelled` writes one to ten in words: 两家, 三次. */
export const tokenForms = ['auto', 'exact', 'spelled', '余', '多', '近', '超', '超过', '以上'] as const
export type TokenForm = (typeof tokenForms)[number]

type Writing = {
  readonly form?: TokenForm | undefined
  /** The measure word, where the usual one of the unit is not meant; empty where the noun follows at once. */
  readonly word?: string | undefined
  /** Without 万 and 亿. */
  readonly plain?: boolean | undefined
  /** Without a measure word: the head of the column says what is counted. */
  readonly bare?: boolean | undefined
}

export const figureShows = ['value', 'change', 'growth', 'difference'] as const

/** A figure: never a number, but the question that gives it. */
export type FigureToken = Writing & {
  readonly kind: 'figure'
  readonly figure: string
  readonly span?: Span | undefined
  /** The organisation of the report with everything beneath it, or itself alone. */
  readonly scope?: 'tree' | 'own' | undefined
  /** `kind:public_home`, as in the address of a figure. */
  readonly where?: string | undefined
  readonly town?: number | undefined
  /** An organisation beneath the one that reports: a row of a table. */
  readonly org?: string | undefined
  /** One month of the period (`2026-03`): a row of a table. */
  readonly month?: string | undefined
  /** The number itself, or how it differs from the same days a year before: in words, in hundredths, or as it stands in a table. */
  readonly show?: (typeof figureShows)[number] | undefined
  /** Numbers printed before the system, by their codes: taken where there are no records of the period. */
  readonly claims?: readonly string[] | undefined
}
/** A number printed before the system; of several codes the one that lies in the period of the report. */
export type ClaimToken = Writing & { readonly kind: 'claim'; readonly claims: readonly string[] }
/** What a figure is to reach, and how far it is. */
export type TargetToken = Writing & { readonly kind: 'target'; readonly figure: string; readonly show: 'aim' | 'value' | 'progress' | 'forecast' }
export type Token = FigureToken | ClaimToken | TargetToken

/** Measure words that say the same as a unit: the first is the usual one. 人 never stands for 人次. */
export const measureWords: Readonly<Record<Unit, readonly string[]>> = {
  persons: ['人', '名', '位', ''],
  households: ['户', '家'],
  organisations: ['家', '个'],
  attendances: ['人次'],
  times: ['次', '场次'],
  sessions: ['场', '场次', '次', '项'],
  cases: ['件', '起'],
  portions: ['份'],
  hours: ['小时', '课时'],
  items: ['项', '个'],
  places: ['个', '家', '处'],
  cents: ['分'],
  yuan: ['元'],
  groups: ['个', '家', '项'],
  teams: ['支'],
  pairs: ['对'],
  batches: ['批'],
  classes: ['期', '个'],
  copies: ['份', '件'],
  courses: ['门'],
  proposals: ['条'],
  honours: ['名', '人', '人次'],
  days: ['天'],
  stars: ['星', '分'],
  percent: ['%'],
}

export type Period = { readonly from: string; readonly to: string }

const yearOf = (day: string) => Number(day.slice(0, 4))
export const yearEarlier = (day: string) => `${yearOf(day) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
const dayBefore = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const lastOfMonth = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
/** The days of one month that lie in a period. */
export const daysInMonth = (month: string, { from, to }: Period): Period => {
  const [first, last] = [`${month}-01`, lastOfMonth(month)]
  return { from: first < from ? from : first, to: last > to ? to : last }
}

/** The days that a token means in a report of a period. */
export const daysOf = (span: Span | undefined, { from, to }: Period): Period => {
  switch (span) {
    case undefined:
    case 'period':
      return { from, to }
    case 'year-before':
      return { from: yearEarlier(from), to: yearEarlier(to) }
    case 'year':
      return { from: `${to.slice(0, 4)}-01-01`, to }
    case 'half-year':
      return { from: `${to.slice(0, 4)}-${to.slice(5, 7) > '06' ? '07' : '01'}-01`, to }
    case 'month':
      return { from: `${to.slice(0, 7)}-01`, to }
    case 'week':
      return { from: dayBefore(to, 6), to }
    case 'five-years':
      return { from: `${yearOf(to) - 4}-01-01`, to }
  }
}

/** A number printed for other days than those of the report is not its number: at least half of its days must be the report's. */
export const fitsPeriod = (printed: { readonly from: string | null; readonly to: string }, { from, to }: Period) => {
  if (printed.from === null) return printed.to >= from && printed.to.slice(0, 4) <= to.slice(0, 4)
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
  const shared = Math.min(day(printed.to), day(to)) - Math.max(day(printed.from), day(from)) + 1
  return shared * 2 >= day(printed.to) - day(printed.from) + 1
}
