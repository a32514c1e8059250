import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { EntrySheet, EntrySheetLine, EntrySheetProblem } from '@gongyou/contract/registers/sheets.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { columnLetters } from '../../../kit/sheets/cell.ts'
import { turnsOf } from '../history.ts'
import { columnsOf } from './columns.ts'
import type { Plan, PlannedRow } from './plan.ts'
import type { Sheet } from './read-file.ts'

// Nobody reads more before confirming; the counts tell the rest.
const most = 500

export const titleOfColumn = (register: Register, code: string): Text =>
  columnsOf(register).find((c) => c.code === code)?.title ?? { zh: code, en: code }

const problemsOf = (register: Register, row: PlannedRow, sheet: Sheet): EntrySheetProblem[] =>
  row.faults
    .toSorted((a, b) => (sheet.at.get(a.code) ?? -1) - (sheet.at.get(b.code) ?? -1))
    .map((f) => {
      const column = sheet.at.get(f.code)
      return {
        row: row.number,
        cell: column === undefined ? '' : `${columnLetters(column)}${row.number}`,
        title: titleOfColumn(register, f.code),
        name: row.title,
        shown: f.shown,
        reason: f.reason,
        suggestion: f.suggestion,
      }
    })

const lineOf = (register: Register, row: PlannedRow): EntrySheetLine => {
  const shut = new Set(closedFields(register.form))
  const said = (name: string, value: unknown): Text =>
    shut.has(name) && value !== null ? t('（敏感内容）', '(sealed)') : shown(register.form[name]!, value)
  const turns = turnsOf(row.entry?.answers ?? {}, row.after)
  const changes = Object.entries(register.form).flatMap(([name, field]) => {
    const turned = turns[name]
    return turned ? [{ title: field.label, was: said(name, turned.before), now: said(name, turned.after) }] : []
  })
  const moved = row.entry && row.entry.row.org_id !== row.belongs.orgId
  if (moved) changes.push({ title: titleOfColumn(register, '@org'), was: both(row.entry!.org), now: both(row.belongs.orgName) })
  for (const [code, now, was] of [
    ['@from', row.from, row.entry?.row.valid_from],
    ['@to', row.to, row.entry?.row.valid_to],
  ] as const)
    if (now !== undefined && now !== was) changes.push({ title: titleOfColumn(register, code), was: both(was ?? ''), now: both(now) })
  return { row: row.number, what: row.what as 'new', name: row.title, org: row.belongs.orgName, changes }
}
const both = (text: string): Text => ({ zh: text, en: text })

/** The plan in words: the problem rows first, then what would be new or changed, each in the order of the file. */
export const answerOf = (register: Register, plan: Plan, sheet: Sheet, written: boolean): EntrySheet => {
  const { rows } = plan
  const count = (what: PlannedRow['what']) => rows.filter((r) => r.what === what).length
  const byColumn = new Map([...sheet.at].map(([code, column]) => [column, code]))
  return {
    rows: rows.length,
    counts: { new: count('new'), update: count('update'), same: count('same'), bad: count('bad') },
    columns: sheet.titles.flatMap((title, i) => {
      const code = byColumn.get(i)
      const column = code === undefined ? undefined : sheet.columns.get(code)
      return title === '' ? [] : [{ title, field: column?.importable ? column.title : null }]
    }),
    plan: plan.digest,
    written,
    problems: rows.flatMap((r) => problemsOf(register, r, sheet)).slice(0, most),
    lines: rows
      .filter((r) => r.what === 'new' || r.what === 'update')
      .slice(0, most)
      .map((r) => lineOf(register, r)),
  }
}
