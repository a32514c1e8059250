import type { Service } from '@gongyou/contract/cases/service.ts'
import type { OrderCell, OrderList } from '@gongyou/contract/hotline/routes.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import type { Sheet } from '../../../kit/sheets/receive-sheet.ts'
import { type FieldCode, titleOf } from './fields.ts'
import { type ReadRow, type Source, readRow } from './read-row.ts'
import { categories, urgencies } from './words.ts'

const keyOf = (r: { source: string; order: string }) => `${r.source} ${r.order}`

/** Which of these orders were entered before. */
export const knownAmong = async (look: Look, rows: readonly { source: string; order: string }[]) => {
  if (rows.length === 0) return new Set<string>()
  const found = await look.db
    .selectFrom('hotline.order')
    .select(['source', 'number'])
    .where('region', '=', look.region)
    .where('number', '=', sql<string>`any(${[...new Set(rows.map((r) => r.order))]}::text[])`)
    .execute()
  return new Set(found.map((r) => keyOf({ source: r.source, order: r.number })))
}
export const isIn = (known: ReadonlySet<string>, row: ReadRow) => known.has(keyOf(row))

/** An order that stands twice in the list is entered once; the second line is named, for it may say something else. */
const blameRepeated = (rows: readonly ReadRow[]) => {
  const first = new Map<string, number>()
  for (const r of rows) {
    if (r.bad.length > 0) continue
    const before = first.get(keyOf(r))
    if (before === undefined) first.set(keyOf(r), r.row)
    else
      r.bad.push({
        row: r.row,
        column: titleOf('order'),
        value: r.order,
        reason: t(`与第 ${before} 行是同一张工单`, `The same order as row ${before}`),
        suggestion: t('请保留一行', 'Keep one of the rows'),
      })
  }
}

/** Judges a whole list: the same for the preview and for the import. */
export const planOf = async (look: Look, service: Service, sheet: Sheet<FieldCode>, usual: Source) => {
  const rows = sheet.rows.map((r) => readRow(service, r, look.today, usual))
  blameRepeated(rows)
  const good = rows.filter((r) => r.bad.length === 0)
  const known = await knownAmong(look, good)
  return {
    rows,
    fresh: good.filter((r) => !isIn(known, r)),
    known: good.filter((r) => isIn(known, r)).length,
    titles: sheet.titles,
    sourceless: !sheet.columns.has('source'),
  }
}
export type Plan = Awaited<ReturnType<typeof planOf>>

const most = 200
const labelIn = (list: typeof categories, code: unknown) => {
  const e = list.find((x) => x.code === code)
  return e ? { zh: e.zh, en: e.en } : { zh: '', en: '' }
}
const textIn = (r: ReadRow, field: FieldCode) => {
  const value = r.answers[field]
  return typeof value === 'string' ? value : ''
}
const cells = (of: readonly OrderCell[]) => of.slice(0, most)

/** What is said about a list; names and numbers of callers are not repeated. */
export const answerOf = (plan: Plan, entered: number): OrderList => ({
  rows: plan.rows.length,
  fresh: plan.fresh.length,
  entered,
  known: plan.known,
  left: plan.fresh.length - entered,
  wrong: plan.rows.filter((r) => r.bad.length > 0).length,
  sourceless: plan.sourceless,
  bad: cells(plan.rows.flatMap((r) => r.bad)),
  notes: cells(plan.rows.filter((r) => r.bad.length === 0).flatMap((r) => r.notes)),
  columns: [...plan.titles],
  sample: plan.fresh.slice(0, 20).map((r) => ({
    row: r.row,
    order: r.order,
    source: r.source,
    receivedOn: textIn(r, 'receivedOn'),
    dueOn: textIn(r, 'dueOn') || null,
    dueTime: typeof r.answers.dueTime === 'string' ? r.answers.dueTime : null,
    urgency: labelIn(urgencies, r.answers.urgency),
    category: labelIn(categories, r.answers.category),
    matter: textIn(r, 'matter').slice(0, 80),
    about: textIn(r, 'about'),
  })),
})
