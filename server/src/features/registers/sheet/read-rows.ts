import type { Answers } from '@gongyou/contract/forms/index.ts'
import { readIdCard } from '@gongyou/contract/kit/id-card.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { readCell, readDay } from './read-cell.ts'
import type { Sheet } from './read-file.ts'

/** What is wrong with a cell; the row is then not taken. */
export type Fault = { code: string; shown: string; reason: Text; suggestion: Text | null }

/** A row as it was understood, before anything is looked up. Empty cells are left out: they never wipe out what is recorded. */
export type TypedRow = {
  number: number
  raw: readonly string[]
  org: string
  person: string
  employer: string
  id: string
  from: string | undefined
  to: string | undefined
  answers: Record<string, unknown>
  /** Cells that repeat what an export masked; they say nothing new or nothing at all. */
  masked: Record<string, string>
  faults: Fault[]
}

/** The text of a cell for a message; what is kept sealed is not repeated. */
export const shownCell = (register: Register, row: Pick<TypedRow, 'raw'>, sheet: Sheet, code: string) => {
  const column = sheet.at.get(code)
  if (column === undefined) return ''
  return closedFields(register.form).includes(code) ? '******' : (row.raw[column] ?? '').slice(0, 60)
}

export const blame = (register: Register, row: TypedRow, sheet: Sheet, code: string, reason: Text, suggestion: Text | null = null): undefined => {
  row.faults.push({ code, shown: shownCell(register, row, sheet, code), reason, suggestion })
}

/** Reads the cells of every row, gathering every fault and not the first alone. */
export const readRows = (register: Register, sheet: Sheet): TypedRow[] =>
  sheet.rows.map(({ number, cells, raw }) => {
    const text = (code: string) => (cells.get(code)?.text ?? '').replace(/\s+/g, ' ').trim()
    const row: TypedRow = {
      number,
      raw,
      org: text('@org'),
      person: '',
      employer: text('@employer'),
      id: text('@id'),
      from: undefined,
      to: undefined,
      answers: {},
      masked: {},
      faults: [],
    }
    const day = (code: '@from' | '@to') => {
      const cell = cells.get(code)
      if (!cell || text(code) === '' || !sheet.columns.get(code)?.importable) return undefined
      const read = readDay(cell)
      if ('value' in read) return read.value as string
      return blame(register, row, sheet, code, read.reason, read.suggestion)
    }
    row.from = day('@from')
    row.to = day('@to')
    if (text('@personNumber') !== '') {
      const read = readIdCard(text('@personNumber'))
      if (read.ok) row.person = read.number
      else blame(register, row, sheet, '@personNumber', t('证件号码不对', 'This number is wrong'), read.suggestion)
    }
    for (const [code, column] of sheet.columns) {
      const cell = cells.get(code)
      if (!column.field || !column.importable || !cell) continue
      if (column.field.kind === 'text' && cell.text.includes('*')) {
        row.masked[code] = cell.text.trim()
        continue
      }
      const read = readCell(column.field, cell)
      if (!read) continue
      if ('value' in read) row.answers[code] = read.value
      else blame(register, row, sheet, code, read.reason, read.suggestion)
    }
    return row
  })

/** Names that a row uses for organisations or employers in fields of the form. */
export const namesIn = (register: Register, kind: 'organisation' | 'employer', answers: Answers) =>
  Object.entries(answers).flatMap(([name, value]) => (register.form[name]?.kind === kind && typeof value === 'string' ? [value] : []))
