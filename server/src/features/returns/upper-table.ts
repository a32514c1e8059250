import type { ReturnForm, ReturnLayout } from '@gongyou/contract/returns/form.ts'
import { columnLetters } from '../../kit/sheets/cell.ts'
import type { OutRow, SheetPlan, Value } from '../../kit/sheets/sheet-plan.ts'
import type { ExportLine } from './export-lines.ts'

type Unit = { name: string; values: ReadonlyMap<string, Value> }
type Table = { form: ReturnForm; layout: ReturnLayout; period: string; lines: readonly ExportLine[]; units: readonly Unit[] }

/** The first row of the table itself: above it title, number and unit, and the heads. */
const firstRow = 4

/** `AB` → 27. */
const columnAt = (letters: string) => [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1

/** Each line where the form wants it; what has no place of its own follows in the free ones. */
const placed = (form: ReturnForm, lines: readonly ExportLine[], read: (place: string) => number, from: number) => {
  const given = new Map(form.lines.flatMap((l) => (l.place === undefined ? [] : [[l.code, read(l.place)] as const])))
  const taken = new Set(given.values())
  let next = from
  const free = () => {
    while (taken.has(next)) next++
    taken.add(next)
    return next
  }
  return new Map(lines.map((l) => [given.get(l.code) ?? free(), l]))
}

const rowOf = (width: number, cells: Readonly<Record<number, Value>>): OutRow => Array.from({ length: width }, (_, i) => cells[i])

const framed = (
  { form, layout, period }: Table,
  width: number,
  heads: readonly { width: number; number?: true }[],
  body: readonly OutRow[],
): SheetPlan => {
  const last = columnLetters(width - 1)
  const above = [form.number, period].filter(Boolean).join('　')
  const unit = layout.unit ? `计量单位：${layout.unit}` : ''
  const foot = layout.note ? [rowOf(width, { 0: layout.note })] : []
  const end = body.length + 3
  return {
    name: '上级表式',
    columns: heads.map((h, i) => ({ title: i === 0 ? layout.title : '', width: h.width, ...(h.number ? { kind: 'number' as const } : {}) })),
    rows: [rowOf(width, { 0: width > 1 ? above : `${above}　${unit}`, ...(width > 1 ? { [width - 1]: unit } : {}) }), ...body, ...foot],
    merges: width > 1 ? [`A1:${last}1`, ...(layout.note ? [`A${end}:${last}${end}`] : [])] : [],
  }
}

const mark = (l: ExportLine) => `${l.number} ${l.label}${l.unit ? `（${l.unit}）` : ''}${l.typed ? '〔填报〕' : ''}`

const unitsDown = (table: Table): SheetPlan => {
  const at = placed(table.form, table.lines, columnAt, 1)
  const width = Math.max(0, ...at.keys()) + 1
  const cells = (of: (l: ExportLine) => Value) => Object.fromEntries([...at].map(([column, line]) => [column, of(line)]))
  const heads = Array.from({ length: width }, (_, i) =>
    i === 0 ? { width: 36 } : { width: 14, ...(at.get(i)?.isNumber ? { number: true as const } : {}) },
  )
  return framed(table, width, heads, [
    rowOf(width, { 0: '单位', ...cells(mark) }),
    ...table.units.map((u) => rowOf(width, { 0: u.name, ...cells((l) => u.values.get(l.code)) })),
    rowOf(width, { 0: '合计', ...cells((l) => l.total) }),
  ])
}

const linesDown = (table: Table): SheetPlan => {
  const at = placed(table.form, table.lines, Number, firstRow)
  const end = Math.max(firstRow - 1, ...at.keys())
  const body = Array.from({ length: end - firstRow + 1 }, (_, i): OutRow => {
    const l = at.get(firstRow + i)
    return l ? [l.label, l.unit, l.number, l.total, l.from] : []
  })
  const heads = [{ width: 40 }, { width: 12 }, { width: 8 }, { width: 16, number: true as const }, { width: 20 }]
  return framed(table, 5, heads, [['指标名称', '计量单位', '代码', '数值', '来源'], ...body])
}

/** A period in the table of the level above: its title, its places, its note. */
export const upperTable = (table: Table): SheetPlan => (table.layout.down === 'units' ? unitsDown(table) : linesDown(table))
