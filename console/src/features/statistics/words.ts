import { w } from '../../kit/text.ts'
import { actName as common } from '../../kit/words.ts'

/** How acts are called in the list behind a figure. */
export const actName = (kind: string) =>
  ({
    'case.opened': w('受理', 'Taken'),
    'case.closed': w('办结', 'Closed'),
    'case.acted': w('办理', 'Step'),
    'case.reopened': w('重开', 'Reopened'),
    'case.rated': w('评价', 'Rated'),
    'hotline.received': w('接单', 'Received'),
    'hotline.answered': w('答复', 'Answered'),
    'hotline.called-back': w('回访', 'Called back'),
    'paper.issued': w('签发', 'Issued'),
    'paper.withdrawn': w('作废', 'Withdrawn'),
  })[kind] ?? common(kind)

export const partName = (part: 'of' | 'among' | 'silent' | 'reopened', measure: string) =>
  ({
    of: measure === 'rate' ? w('分子', 'Numerator') : w('全部', 'All'),
    among: w('分母', 'Denominator'),
    silent: w('未联系上、未答复', 'Not reached'),
    reopened: w('三十天内重开', 'Reopened in 30 days'),
  })[part]

/** Change against last year, as a word and a number. */
export const against = (now: number | null, before: number | null) => {
  if (now === null) return w('分母为零，没有比率', 'Nothing to divide by')
  if (before === null) return w('去年同期没有记录', 'No record a year before')
  const d = Math.round((now - before) * 100) / 100
  if (d === 0) return w('与去年同期持平', 'Same as a year before')
  return d > 0
    ? w(`比去年同期多 ${d.toLocaleString()}`, `${d.toLocaleString()} more than a year before`)
    : w(`比去年同期少 ${(-d).toLocaleString()}`, `${(-d).toLocaleString()} fewer than a year before`)
}

export const weightName = (weight: 'impossible' | 'unlikely' | 'notice') =>
  ({
    impossible: w('不能同真', 'Cannot both be true'),
    unlikely: w('难以同真', 'Hardly both true'),
    notice: w('读者看不明白', 'A reader cannot tell'),
  })[weight]
export const weightColour = { impossible: 'var(--red)', unlikely: 'var(--soon)', notice: 'var(--ink-2)' } as const
export const reasonName = (reason: string) =>
  ({
    definition: w('口径不同', 'definitions differ'),
    window: w('时段不同', 'periods differ'),
    scope: w('范围不同', 'scopes differ'),
    unit: w('单位不同', 'units differ'),
    stock: w('一个是总数，一个是新增', 'one is a stock, one a flow'),
    late: w('发布后有补录或撤销', 'records came or went afterwards'),
    denominator: w('没有分母', 'no denominator'),
  })[reason] ?? reason
/** Whole years by their number: “2024年”, “2021—2025年”. */
export const periodOf = (from: string | null, to: string) => {
  if (from === null) return w(`截至 ${to}`, `as of ${to}`)
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return `${from} — ${to}`
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? w(`${first}年`, first) : w(`${first}—${last}年`, `${first}–${last}`)
}
export const shown = (n: number | null) => (n === null ? '—' : n.toLocaleString())
