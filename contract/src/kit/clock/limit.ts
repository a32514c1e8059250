import { type Text, t } from '../text.ts'

/** In what a limit is counted. `as_printed`: the date stands on the paper itself. `none`: a duty or right without a number of days. */
export const limitUnits = ['working_days', 'calendar_days', 'hours', 'months', 'years', 'day_of_next_month', 'as_printed', 'none'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** A limit as a law writes it. `before` counts back from an event; a last day that is no working day moves to the next one (or, before an event, to the one before). */
export type Limit = {
  readonly amount: number
  readonly unit: LimitUnit
  readonly direction: 'after' | 'before'
  readonly roll: 'working_day' | 'none'
}

/** What an extension is counted in: hours for hours, else days of the limit's own kind. */
export const extensionUnit = (unit: LimitUnit): 'working_days' | 'calendar_days' | 'hours' =>
  unit === 'working_days' || unit === 'hours' ? unit : 'calendar_days'

/** The most that one limit may be, so that no slip of the finger counts for minutes. */
export const largestAmount: Record<LimitUnit, number> = {
  working_days: 1000,
  calendar_days: 3700,
  hours: 8800,
  months: 120,
  years: 20,
  day_of_next_month: 31,
  as_printed: 0,
  none: 0,
}

export const unitWords: Record<LimitUnit, Text> = {
  working_days: t('个工作日', 'working days'),
  calendar_days: t('日', 'days'),
  hours: t('小时', 'hours'),
  months: t('个月', 'months'),
  years: t('年', 'years'),
  day_of_next_month: t('次月定日', 'day of the next month'),
  as_printed: t('按来文所注日期', 'the date on the paper'),
  none: t('无固定时限', 'no fixed limit'),
}

const one = (words: string, amount: number) => (amount === 1 ? words.replace(/s$/, '') : words)

/** `15 个工作日`, `事前 7 日`, `次月 15 日前`. */
export const limitWords = ({ amount, unit, direction }: Pick<Limit, 'amount' | 'unit' | 'direction'>): Text => {
  const { zh, en } = unitWords[unit]
  if (unit === 'none' || unit === 'as_printed') return { zh, en }
  if (unit === 'day_of_next_month') return t(`次月 ${amount} 日前`, `by day ${amount} of the next month`)
  const before = direction === 'before'
  return { zh: `${before ? '事前 ' : ''}${amount} ${zh}`, en: `${amount} ${one(en, amount)}${before ? ' before' : ''}` }
}
