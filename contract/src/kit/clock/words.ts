import type { CivilDate } from '../civil-date.ts'
import { type Text, t } from '../text.ts'
import type { DayReason } from './count.ts'
import type { DueState, Left } from './left.ts'

/** What a day in the count is called. */
export const reasonWords: Record<DayReason, Text> = {
  start: t('首日不计', 'First day, not counted'),
  counted: t('计入', 'Counted'),
  makeup: t('调休上班，计入', 'Make-up working day, counted'),
  extended: t('延长，计入', 'Extension, counted'),
  weekend: t('周末，不计', 'Weekend, not counted'),
  holiday: t('法定假日，不计', 'Holiday, not counted'),
  paused: t('中止，不计', 'Paused, not counted'),
  month: t('到期月的对应日', 'Corresponding day of the month'),
  month_end: t('没有对应日，取月末日', 'No such day: last day of the month'),
  rolled: t('末日为休假日，顺延至此', 'The last day is a day off: moved to here'),
}

const units = {
  working_days: t('个工作日', 'working days'),
  calendar_days: t('天', 'days'),
  hours: t('小时', 'hours'),
} as const

const amountWords = ({ amount, unit }: Left): Text => {
  const n = Math.abs(amount)
  const { zh, en } = units[unit]
  return t(`${n} ${zh}`, `${n} ${n === 1 ? en.slice(0, -1) : en}`)
}

/** `11月25日`; the year stands only where it is not this one. */
export const dayWords = (on: CivilDate, thisYear?: string): Text => {
  const [year, month, day] = on.split('-').map(Number)
  return t(`${on.startsWith(thisYear ?? on.slice(0, 4)) ? '' : `${year}年`}${month}月${day}日`, on)
}

/** Where a clock stands, in few words: `还剩 3 个工作日`, `今天到期`, `已逾期 2 天`. */
export const stateWords = (state: DueState, left: Left | null): Text => {
  if (state === 'met') return t('按时办结', 'Met')
  if (state === 'missed') return t('逾期办结', 'Missed')
  if (state === 'cancelled') return t('已取消', 'Cancelled')
  if (state === 'paused') return t('中止中', 'Paused')
  if (!left) return t('', '')
  const { zh, en } = amountWords(left)
  if (state === 'overdue') return left.amount === 0 ? t('已逾期', 'Overdue') : t(`已逾期 ${zh}`, `${en} overdue`)
  if (state === 'today' && left.unit !== 'hours') return t('今天到期', 'Due today')
  return t(`还剩 ${zh}`, `${en} left`)
}

/** `11月25日`, `2027年1月6日`, with the hour where the limit ends at one. */
export const dueDayWords = (due: { dueOn: CivilDate; dueAt: string | null }, thisYear: string): Text => {
  const { zh, en } = dayWords(due.dueOn, thisYear)
  if (!due.dueAt) return t(zh, en)
  // Shanghai keeps no summer time.
  const hour = new Date(Date.parse(due.dueAt) + 8 * 3_600_000).toISOString().slice(11, 16)
  return t(`${zh} ${hour}`, `${en} ${hour}`)
}
