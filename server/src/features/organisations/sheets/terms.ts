import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { FieldCode } from './fields.ts'
import type { Known } from './known.ts'

/** The four cells of a term of office, as far as they are filled in. */
export type TermCells = { number: number | undefined; from: string | undefined; years: number | undefined; to: string | undefined }
/** A term that can be recorded. */
export type SheetTerm = { number: number; from: string; years: 3 | 5 }
type Blame = (field: FieldCode, reason: Text, suggestion: Text | null) => undefined

const shift = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28')

export const lastDayOf = (term: SheetTerm) => shift(term.from, term.years)

const complete = ({ number, from, years, to }: TermCells, blame: Blame): SheetTerm | undefined => {
  if (!number) return blame('termNumber', t('没有填写第几届', 'The number of the term is missing'), t('请填 1、2、3……', 'Give 1, 2, 3 …'))
  if (!from && !to)
    return blame(
      'termFrom',
      t('没有填写本届起始日期或届满日期', 'Neither the first nor the last day is given'),
      t('请填其中一个', 'Give one of them'),
    )
  const length = years ?? (from && to ? Number(to.slice(0, 4)) - Number(from.slice(0, 4)) : 5)
  if (length !== 3 && length !== 5)
    return blame('termYears', t('任期应为三年或五年', 'A term has three or five years'), t('工会法第十六条', 'Trade Union Law, art. 16'))
  const begins = from ?? shift(to!, -length)
  if (to && shift(begins, length) !== to)
    return blame(
      'termTo',
      t('与起始日期和任期对不上', 'Does not fit first day and years'),
      t(`按 ${length} 年应为 ${shift(begins, length)}`, `With ${length} years it would be ${shift(begins, length)}`),
    )
  return { number, from: begins, years: length }
}

const repeats = (cells: TermCells, recorded: Known['terms'][number]) =>
  cells.number === recorded.number &&
  (cells.from ?? recorded.from) === recorded.from &&
  (cells.years ?? recorded.years) === recorded.years &&
  (cells.to ?? recorded.to) === recorded.to

/** The term that a row adds, if it does. What repeats the record is taken as it stands: old terms did not always end to the day. */
export const newTermOf = (cells: TermCells, recorded: Known['terms'], blame: Blame): SheetTerm | undefined => {
  if (cells.number === undefined && cells.from === undefined && cells.to === undefined) return undefined
  if (recorded.some((r) => repeats(cells, r))) return undefined
  const term = complete(cells, blame)
  if (!term) return undefined
  const until = lastDayOf(term)
  const other = recorded.find((r) => r.number === term.number) ?? recorded.find((r) => r.from < until && term.from < r.to)
  if (!other) return term
  return blame(
    'termNumber',
    t(
      `与登记的第 ${other.number} 届（${other.from} 至 ${other.to}）不一致或重叠`,
      `Differs from or overlaps the recorded term ${other.number} (${other.from} to ${other.to})`,
    ),
    t('请核对；登记有误的请在组织页面处理', 'Please check; correct a wrong record on the page of the organisation'),
  )
}
