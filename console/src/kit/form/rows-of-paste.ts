import type { Column, Field } from '@gongyou/contract/forms/index.ts'

const cellOf = (column: Column, raw: string): unknown => {
  const typed = raw.trim()
  if (typed === '') return undefined
  // What cannot be read stands as it was typed: the check says what is wrong with it, and nothing is lost in silence.
  const number = Number(typed.replace(/[,，\s元]/g, ''))
  switch (column.kind) {
    case 'number':
      return Number.isFinite(number) ? number : typed
    case 'money':
      return Number.isFinite(number) ? Math.round(number * 100) : typed
    case 'date': {
      const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed)
      return day ? `${day[1]}-${day[2]!.padStart(2, '0')}-${day[3]!.padStart(2, '0')}` : typed
    }
    case 'choice':
      return column.options.find((o) => o.code === typed || o.label.zh === typed || o.label.en === typed)?.code ?? typed
    default:
      return typed
  }
}

/** Lines copied from a spreadsheet as rows, columns in the order of the form; undefined where it is no more than one cell. */
export const rowsOfPaste = (field: Extract<Field, { kind: 'table' }>, text: string) => {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  if (lines.length === 1 && !lines[0]!.includes('\t')) return undefined
  const columns = Object.entries(field.columns)
  return lines
    .map((line) => line.split('\t'))
    .map((cells) =>
      Object.fromEntries(columns.flatMap(([name, c], i) => [[name, cellOf(c, cells[i] ?? '')] as const].filter(([, v]) => v !== undefined))),
    )
}
