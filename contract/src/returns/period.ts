import { type Text, t } from '../kit/text.ts'
import type { Every } from './form.ts'

export type Period = { readonly from: string; readonly to: string }

const months = { month: 1, quarter: 3, year: 12 } as const
const two = (n: number) => String(n).padStart(2, '0')
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The period in which a day lies. */
export const periodAt = (every: Every, day: string): Period => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const first = month - ((month - 1) % months[every])
  const last = first + months[every] - 1
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${lastDay(year, last)}` }
}

/** The last whole period before a day: what is reported now. */
export const periodBefore = (every: Every, day: string): Period => {
  const now = periodAt(every, day)
  const eve = new Date(Date.parse(now.from) - 86_400_000).toISOString().slice(0, 10)
  return periodAt(every, eve)
}

/** How a period is called: 2026年10月, 2026年第三季度, 2026年. */
export const periodName = (every: Every, { from }: Pick<Period, 'from'>): Text => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  if (every === 'year') return t(`${year}年`, year)
  if (every === 'month') return t(`${year}年${month}月`, `${year}-${two(month)}`)
  const quarter = (month - 1) / 3
  return t(`${year}年第${'一二三四'[quarter]}季度`, `${year} Q${quarter + 1}`)
}
