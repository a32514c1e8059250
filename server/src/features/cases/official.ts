import type { Action } from '@gongyou/contract/cases/service.ts'
import type { Field } from '@gongyou/contract/forms/index.ts'
import type { Token, TokenValue, TokenValues } from '@gongyou/contract/papers/template.ts'
import type { Work } from '../../kit/db/database.ts'
import { draftPaper, papersOf } from '../papers/index.ts'
import { rootOf } from './begun.ts'
import type { Engine } from './engine.ts'
import type { Matter } from './matter.ts'

type Row = Readonly<Record<string, unknown>>
const named = (v: unknown) =>
  typeof v === 'object' && v !== null && 'name' in v
    ? String(v.name)
    : typeof v === 'object' && v !== null && 'text' in v
      ? String(v.text)
      : String(v)
const labelled = (field: { options: readonly { code: string; label: { zh: string } }[] }, code: unknown) =>
  field.options.find((o) => o.code === code)?.label.zh ?? String(code)

const cell = (column: Extract<Field, { kind: 'table' }>['columns'][string], value: unknown) =>
  value === undefined ? '' : column.kind === 'choice' ? labelled(column, value) : String(value)

/** An answer as a paper writes it. */
const written = (field: Field, value: unknown, kind: Token['kind']): TokenValue => {
  if (field.kind === 'table') {
    const rows = value as readonly Row[]
    const columns = Object.entries(field.columns)
    if (kind === 'list') return rows.map((r) => cell(columns[0]![1], r[columns[0]![0]]))
    return [columns.map(([, c]) => c.label.zh), ...rows.map((r) => columns.map(([name, c]) => cell(c, r[name])))]
  }
  if (field.kind === 'many') return (value as string[]).map((code) => labelled(field, code))
  if (field.kind === 'choice') return kind === 'number' ? Number(value) : labelled(field, value)
  if (field.kind === 'number' || field.kind === 'money') return kind === 'text' ? String(value) : (value as number)
  return named(value)
}

/** What is said of earlier papers of the case: “《关于……的请示》（云递〔2026〕3号）”. */
const lastPaper = async (work: Work, caseId: string) => {
  const [last] = (await papersOf(work, { kind: 'case', id: caseId })).filter((p) => p.number).slice(-1)
  return last ? { request: `《${last.title}》（${last.number}）` } : {}
}

/** Drafts the paper a step names, filled from the answers; an officer reads it over and issues it with a number. */
export const draftOfficial = async (work: Work, engine: Engine, matter: Matter, action: Action) => {
  const template = engine.templates.find((t) => t.code === action.paper)
  if (!template) return
  const answers = matter.row.answers as Row
  const fromAnswers = template.tokens.flatMap((token) => {
    const field = matter.service.form[token.name]
    const value = answers[token.name]
    return field && value !== undefined ? [[token.name, written(field, value, token.kind)] as const] : []
  })
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name'])
    .where('region', '=', work.region)
    .where('id', '=', matter.row.org_id)
    .executeTakeFirstOrThrow()
  const values: TokenValues = {
    superior: org.name,
    ...Object.fromEntries(fromAnswers),
    ...(await lastPaper(work, matter.row.id)),
    ...(await engine.paperValues[matter.row.service]?.(work, matter, template.code)),
  }
  // A step of the district is written by the district, wherever the case lies by then.
  const issuer = matter.service.roles[action.by]?.at === 'district' ? (await rootOf(work)).id : org.id
  await draftPaper(work, { organisation: issuer, subject: { kind: 'case', id: matter.row.id }, template, values })
}
