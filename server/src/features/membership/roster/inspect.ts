import { refuse } from '../../../kit/refuse.ts'
import { thriftily } from '../../../kit/thrift.ts'
import { findHeader } from '../../../kit/sheets/find-header.ts'
import { type SheetColumn, knownTitles } from './columns.ts'
import { withSheet } from './file.ts'

export type Inspected = { format: string; sheet: string; fromRow: number; toRow: number; columns: SheetColumn[]; rows: number }

/**
 * Looks through a workbook once to its end: only then is it known to be whole, where its header stands (merged blocks are
 * written behind the rows), and how many rows there are, so that progress can tell the truth. The cells are not made:
 * making them here and again at the check took a second and a half more for 100,000 rows.
 */
export const inspect = (place: string, wanted: string | undefined): Promise<Inspected> =>
  thriftily(() =>
    withSheet(place, async (source) => {
      const sheet = wanted ?? source.sheets[0] ?? ''
      if (!source.sheets.includes(sheet)) throw refuse('roster.no-such-sheet')
      const { first, count } = await source.survey(sheet, 60)
      const merges = await source.merges(sheet)
      const header = findHeader(first, merges, knownTitles) ?? findHeader(first, merges)
      if (!header) throw refuse('roster.no-header')
      const above = first.filter((r) => r.number <= header.toRow).length
      if (count === above) throw refuse('roster.no-rows')
      const columns = [...header.titles].map(([column, title]) => ({ column, title })).sort((a, b) => a.column - b.column)
      return { format: source.format, sheet, fromRow: header.fromRow, toRow: header.toRow, columns, rows: count - above }
    }),
  )
