import type { CivilDate } from '../civil-date.ts'
import { type Text, t } from '../text.ts'
import { weekdayOf } from './calendar.ts'
import type { DayLine } from './count.ts'
import { dayWords, reasonWords } from './words.ts'

/** Days in a row that count, or do not, for the same reason. */
export type Run = { from: CivilDate; to: CivilDate; first: number | null; last: number | null; why: DayLine['why']; name?: string }

/** The count in few lines: neighbours with the same reason and name stand together. */
export const runsOf = (lines: readonly DayLine[]): Run[] => {
  const runs: Run[] = []
  for (const { on, until, nth, why, name } of lines) {
    const last = runs.at(-1)
    if (last && last.why === why && last.name === name && why !== 'start') {
      last.to = until ?? on
      last.last = nth
    } else runs.push({ from: on, to: until ?? on, first: nth, last: nth, why, ...(name ? { name } : {}) })
  }
  // Counted back from an event the days come from late to early; a stretch of time is read forwards all the same.
  return runs.map((r) => (r.to < r.from ? { ...r, from: r.to, to: r.from } : r))
}

const weekdays = [
  t('周日', 'Sun'),
  t('周一', 'Mon'),
  t('周二', 'Tue'),
  t('周三', 'Wed'),
  t('周四', 'Thu'),
  t('周五', 'Fri'),
  t('周六', 'Sat'),
] as const
export const weekdayWords = (on: CivilDate): Text => weekdays[weekdayOf(on)] ?? t('', '')

/** `9月30日 周三`, `10月1日 至 10月7日`. */
export const runDays = ({ from, to }: Run, thisYear: string): Text => {
  const [a, b] = [dayWords(from, thisYear), dayWords(to, thisYear)]
  if (from === to) return t(`${a.zh} ${weekdayWords(from).zh}`, `${a.en} ${weekdayWords(from).en}`)
  return t(`${a.zh} 至 ${b.zh}`, `${a.en} to ${b.en}`)
}

/** `第 3 日`, `第 3–7 日`; nothing for days that do not count. */
export const runNumbers = ({ first, last }: Run): Text => {
  if (first === null || last === null) return t('', '')
  const [a, b] = first < last ? [first, last] : [last, first]
  return a === b ? t(`第 ${a} 日`, `Day ${a}`) : t(`第 ${a}–${b} 日`, `Days ${a}–${b}`)
}

export const runReason = ({ why, name }: Run): Text => {
  const { zh, en } = reasonWords[why]
  // The name of such a day says already that it is worked.
  if (why === 'makeup' && name) return t(`${name}，计入`, `${en} (${name})`)
  return name ? t(`${zh}（${name}）`, `${en} (${name})`) : t(zh, en)
}
