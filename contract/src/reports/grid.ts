import type { OrganisationKind } from '../codes/organisation-kinds.ts'
import { addsUp, type FigureDeclaration, kindOf } from '../kit/figure.ts'

/** A column of a table: a figure, or only a part of it. `word`: how its head calls it where its name would not do. */
export type GridFigure = { readonly figure: string; readonly where?: string | undefined; readonly head?: string | undefined }

/** A table of figures: organisations beneath the one that reports, or the months of its period, each in a row of its own. */
export type Grid = {
  readonly title: string
  readonly rows: 'below' | 'month'
  /** Which organisations: those of one kind; the nearest beneath where none is said. */
  readonly level?: OrganisationKind | undefined
  readonly figures: readonly GridFigure[]
  /** Whether a last row counts the whole: never a sum of the rows, but counted anew. */
  readonly total: boolean
}

/** Rows of a table may be so many, cells so many. */
export const gridLimits = { rows: 120, figures: 10, cells: 600 } as const

const months = (from: string, to: string): string[] => {
  const found: string[] = []
  for (let [y, m] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; found.length < gridLimits.rows; m === 12 ? ([y, m] = [y + 1, 1]) : m++) {
    const month = `${y}-${String(m).padStart(2, '0')}`
    if (month > to.slice(0, 7)) break
    found.push(month)
  }
  return found
}
/** The months of a period, and how a row calls each. */
export const monthsOf = ({ from, to }: { readonly from: string; readonly to: string }) => {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return months(from, to).map((month) => ({ month, head: `${sameYear ? '' : `${month.slice(0, 4)}年`}${Number(month.slice(5))}月` }))
}

const named = (names: readonly string[]) => names.map((n) => `“${n}”`).join('、')

/** What must stand under a table so that nobody adds up what does not add up. */
export const gridNotes = (
  grid: Grid,
  columns: readonly { readonly head: string; readonly figure: FigureDeclaration }[],
  org: string,
): readonly string[] => {
  if (!grid.total) return []
  const of = (is: (f: FigureDeclaration) => boolean) => columns.filter((c) => is(c.figure)).map((c) => c.head)
  const persons = of((f) => f.measure === 'persons')
  const quotients = of((f) => !addsUp(f) && f.measure !== 'persons')
  const stocks = grid.rows === 'month' ? of((f) => kindOf(f) === 'stock') : []
  const rates = of((f) => f.measure === 'rate')
  return [
    ...(grid.rows === 'below' ? [`合计按${org}及全部下级统计，含本级和不属于所列单位的记录。`] : []),
    ...(persons.length > 0 ? [`${named(persons)}按人统计，同一人在几行中都有记录的，合计只计一次，因此合计不等于各行相加。`] : []),
    ...(quotients.length > 0 ? [`${named(quotients)}的合计按全部记录重新计算，不是各行的平均。`] : []),
    ...(rates.length > 0 ? [`${named(rates)}的分子、分母和未答复数，列在数字来源对照表中。`] : []),
    ...(stocks.length > 0 ? [`${named(stocks)}为期末数，合计行为整个时段的期末数。`] : []),
  ]
}
