import { type ReturnForm, questionsOf } from '@gongyou/contract/returns/form.ts'
import type { exportReturnRound as route } from '@gongyou/contract/returns/routes.ts'
import { dayOf } from '../../kit/clock.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Ask } from '../../kit/http/mount.ts'
import type { OutRow, SheetPlan, Value } from '../../kit/sheets/sheet-plan.ts'
import { sendWorkbook } from '../../kit/sheets/send-workbook.ts'
import type { Catalogue } from '../statistics/index.ts'
import { unitsOf } from './access.ts'
import { type ExportLine, exportLines } from './export-lines.ts'
import { roundOf } from './lists.ts'
import { answersTo, sayAnswer } from './questions.ts'
import { totalsOf } from './totals.ts'
import { upperTable } from './upper-table.ts'

const stateNames: Readonly<Record<string, string>> = { open: '未报', 'handed-in': '已报', 'sent-back': '退回', received: '已收' }

const linesOf = async (look: Look, id: string) =>
  look.db
    .selectFrom('returns.sheet as s')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .leftJoin('returns.line as l', (j) =>
      j.onRef('l.region', '=', 's.region').onRef('l.sheet_id', '=', 's.id').onRef('l.filling', '=', 's.filling').on('s.act_id', 'is not', null),
    )
    .where('s.region', '=', look.region)
    .where('s.round_id', '=', id)
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .select(['s.id', 'o.name', 's.state', 's.timely', 's.nil', 'l.line', 'l.counted', 'l.told', 'l.because'])
    .orderBy('o.name')
    .orderBy('s.id')
    .execute()
type LineRow = Awaited<ReturnType<typeof linesOf>>[number]

/** Every answer of the period as it is read, with who typed it and when. */
const typedRows = async (look: Look, form: ReturnForm, id: string) => {
  const questions = new Map(questionsOf(form).map((q) => [q.code, q]))
  const rows = await answersTo(look, id, [...questions.keys()])
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.answered_by'))
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .select(['s.id', 'o.name', 'a.line', 'a.answer', 'a.answered_at', 'p.name as by'])
    .orderBy('o.name')
    .orderBy('s.id')
    .execute()
  return rows.map((r) => {
    const answer = r.answer as string | number
    return {
      ...r,
      question: questions.get(r.line)!,
      value: (typeof answer === 'number' ? answer : sayAnswer(questions.get(r.line)!, answer).zh) as Value,
    }
  })
}
type TypedRow = Awaited<ReturnType<typeof typedRows>>[number]

/** A unit with what it told and typed, by line. */
const unitsIn = (rows: readonly LineRow[], typed: readonly TypedRow[]) => {
  const units = new Map<string, { first: LineRow; values: Map<string, Value> }>()
  for (const r of rows) {
    const unit = units.get(r.id) ?? { first: r, values: new Map<string, Value>() }
    if (r.line !== null) unit.values.set(r.line, r.told)
    units.set(r.id, unit)
  }
  for (const t of typed) units.get(t.id)?.values.set(t.line, t.value)
  return [...units.values()]
}

const number = (title: string) => ({ title, kind: 'number' as const, width: 14 })
const headOf = (l: ExportLine) => {
  const title = `${l.number} ${l.label}${l.unit ? `（${l.unit}）` : ''}`
  return l.isNumber ? number(title) : { title, width: 20 }
}

const changedSheet = (rows: readonly LineRow[], lines: readonly ExportLine[]): SheetPlan => ({
  name: '改数说明',
  columns: [
    { title: '单位', width: 36 },
    { title: '指标', width: 24 },
    number('系统数'),
    number('上报数'),
    number('相差'),
    { title: '原因', width: 50 },
  ],
  rows: rows
    .filter((r) => r.line !== null && r.told !== r.counted)
    .map((r): OutRow => [r.name, lines.find((l) => l.code === r.line)?.label, r.counted, r.told, (r.told ?? 0) - (r.counted ?? 0), r.because]),
})

const typedSheet = (typed: readonly TypedRow[]): SheetPlan => ({
  name: '填报内容',
  columns: [
    { title: '单位', width: 36 },
    { title: '行号', width: 8 },
    { title: '填报项', width: 30 },
    { title: '填报', width: 40 },
    { title: '填报人', width: 12 },
    { title: '填报日期', kind: 'date', width: 12 },
  ],
  rows: typed.map((t): OutRow => [t.name, t.question.number, t.question.asks.label.zh, String(t.value), t.by, dayOf(t.answered_at)]),
})

/**
 * A period as a workbook: in the table of the level above where the form has one; every unit and the sum; every number that
 * was told otherwise, with its reason; every answer that was typed, with who typed it.
 */
export const exportRound = async ({ params, write, reply }: Ask<typeof route>, catalogue: Catalogue) => {
  const { form, view, lines, rows, typed } = await write(async (work) => {
    const totals = await totalsOf(work, catalogue, params.id)
    const { form } = await roundOf(work, params.id)
    work.ledger.audit({ subject: params.id, detail: { units: totals.round.obliged } })
    const typed = questionsOf(form).length > 0 ? await typedRows(work, form, params.id) : []
    return { form, view: totals.round, lines: exportLines(form, totals), rows: await linesOf(work, params.id), typed }
  })
  const units = unitsIn(rows, typed)
  const whole: SheetPlan = {
    name: '汇总表',
    columns: [{ title: '单位', width: 36 }, { title: '报送', width: 8 }, { title: '时限', width: 8 }, ...lines.map(headOf)],
    rows: [
      ['来源', '', '', ...lines.map((l) => (l.typed ? '填报' : '系统'))],
      ...units.map(({ first, values }): OutRow => [
        first.name,
        `${stateNames[first.state]}${first.nil ? '（零报）' : ''}`,
        first.timely === null ? '' : first.timely ? '按时' : '逾期',
        ...lines.map((l) => values.get(l.code) ?? null),
      ]),
      ['合计（按人、按率的不相加）', `${view.handedIn}/${view.obliged}`, '', ...lines.map((l) => l.told)],
      ['系统数', '', '', ...lines.map((l) => l.counted)],
    ],
  }
  const upper =
    form.layout &&
    upperTable({ form, layout: form.layout, period: view.period.zh, lines, units: units.map((u) => ({ name: u.first.name, values: u.values })) })
  return sendWorkbook(reply, `${view.period.zh}${view.title.zh}.xlsx`, [
    ...(upper ? [upper] : []),
    whole,
    changedSheet(rows, lines),
    ...(typed.length > 0 ? [typedSheet(typed)] : []),
  ])
}
