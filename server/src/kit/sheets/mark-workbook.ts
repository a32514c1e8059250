import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Column, MarkedValue, OutRow, Target, Value } from './sheet-plan.ts'
import { writeSheet } from './write-sheet.ts'

/** What is wrong with one cell of a row; `column` from 0, or −1 for the row as a whole. */
export type Problem = { readonly column: number; readonly reason: Text; readonly suggestion?: Text }

/** A row that came in: its number in the original sheet, its values, and what is wrong with it (nothing: the row is good). */
export type JudgedRow = { readonly number: number; readonly values: readonly Value[]; readonly problems: readonly Problem[] }

/** What to return to the officer. `only: 'bad'` leaves the good rows out, so that the file can be corrected and sent again. */
export type MarkPlan = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<JudgedRow> | AsyncIterable<JudgedRow>
  readonly language: keyof Text
  readonly only: 'bad' | 'all'
}

const labels = {
  row: { zh: '原表行号', en: 'Original row' },
  reason: { zh: '问题', en: 'Problem' },
  suggestion: { zh: '修改建议', en: 'What to do' },
} as const

/** Titles of the columns that `markWorkbook` adds, so that a corrected file that is sent again can be read without them. */
export const markTitles: readonly string[] = Object.values(labels).flatMap((label) => [label.zh, label.en])

/**
 * Writes the workbook that goes back after an import: the columns as they came, then original row number, problem and
 * suggestion; each bad cell is red and carries its problem as a comment. Returns how many rows were seen and how many
 * were bad. Throws as `writeSheet` does.
 */
export async function markWorkbook(target: Target, plan: MarkPlan): Promise<{ rows: number; bad: number }> {
  const { language, columns } = plan
  const counted = { rows: 0, bad: 0 }

  async function* judged(): AsyncGenerator<OutRow, void, undefined> {
    for await (const row of plan.rows) {
      counted.rows++
      if (row.problems.length > 0) counted.bad++
      else if (plan.only === 'bad') continue
      yield outRow(row)
    }
  }

  function outRow(row: JudgedRow): OutRow {
    const cells: (Value | MarkedValue)[] = columns.map((_, i) => {
      const here = row.problems.filter((p) => p.column === i)
      return here.length === 0 ? row.values[i] : { value: row.values[i], bad: true, note: here.map((p) => p.reason[language]).join('\n') }
    })
    const titled = (p: Problem) => (columns[p.column] === undefined ? '' : `${columns[p.column]?.title}${language === 'zh' ? '：' : ': '}`)
    const reasons = row.problems.map((p) => titled(p) + p.reason[language]).join('\n')
    const suggestions = row.problems.flatMap((p) => (p.suggestion === undefined ? [] : [p.suggestion[language]]))
    return [...cells, row.number, reasons, [...new Set(suggestions)].join('\n')]
  }

  const added: Column[] = [
    { title: labels.row[language], kind: 'number', width: 10 },
    { title: labels.reason[language], width: 40 },
    { title: labels.suggestion[language], width: 50 },
  ]
  await writeSheet(target, { sheets: [{ name: plan.name, columns: [...columns, ...added], rows: judged() }] })
  return counted
}
