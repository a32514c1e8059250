import { type OrganisationKind } from '@gongyou/contract/codes/organisation-kinds.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { OrganisationSheet, SheetLine, SheetProblem } from '@gongyou/contract/organisations/sheets.ts'
import { columnLetters } from '../../../kit/sheets/cell.ts'
import { type FieldCode, titleOf } from './fields.ts'
import type { Plan, PlannedRow } from './plan.ts'
import type { Sheet } from './read-file.ts'
import { lastDayOf } from './terms.ts'

// Nobody reads more before confirming; the counts tell the rest.
const most = 500

const problemsOf = (row: PlannedRow, sheet: Sheet): SheetProblem[] =>
  row.faults
    .toSorted((a, b) => (sheet.columns.get(a.field) ?? 0) - (sheet.columns.get(b.field) ?? 0))
    .map((f) => {
      const column = sheet.columns.get(f.field)
      return {
        row: row.number,
        cell: column === undefined ? '' : `${columnLetters(column)}${row.number}`,
        title: titleOf(f.field),
        name: row.name,
        shown: f.shown,
        reason: f.reason,
        suggestion: f.suggestion,
      }
    })

const townName = (code: unknown) => towns.find((x) => x.code === String(code))?.zh
const shown = (field: string, value: unknown) =>
  value === null || value === undefined ? '' : field === 'town' ? (townName(value) ?? String(value)) : String(value)

const lineOf = (row: PlannedRow): SheetLine => {
  const was = row.org as unknown as Record<string, unknown> | undefined
  const changes = Object.entries(row.changed).map(([field, now]) => ({
    title: titleOf(field as FieldCode),
    was: shown(field, was?.[field]),
    now: shown(field, now),
  }))
  if (row.newTerm) changes.push({ title: t('届次', 'Term'), was: '', now: `${row.newTerm.number} (${row.newTerm.from} — ${lastDayOf(row.newTerm)})` })
  return {
    row: row.number,
    what: row.what as 'new',
    name: row.name,
    under: row.parent,
    kind: (row.kind ?? row.org?.kind) as OrganisationKind,
    changes,
  }
}

/** The plan in words: the problem rows first, then what would be new or changed, each in the order of the file. */
export const answerOf = (plan: Plan, sheet: Sheet, written: boolean): OrganisationSheet => {
  const rows = plan.rows.toSorted((a, b) => a.number - b.number)
  const count = (what: PlannedRow['what']) => rows.filter((r) => r.what === what).length
  return {
    rows: rows.length,
    counts: { new: count('new'), update: count('update'), same: count('same'), bad: count('bad') },
    plan: plan.digest,
    written,
    problems: rows.flatMap((r) => problemsOf(r, sheet)).slice(0, most),
    lines: rows
      .filter((r) => r.what === 'new' || r.what === 'update')
      .slice(0, most)
      .map(lineOf),
  }
}
