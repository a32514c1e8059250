import { PassThrough } from 'node:stream'
import { type Line, notesUnder, outsidersIn, textOf } from '@gongyou/contract/reports/content.ts'
import type { Report } from '@gongyou/contract/reports/shapes.ts'
import type { OutRow, SheetPlan } from '../../kit/sheets/sheet-plan.ts'
import { writeSheet } from '../../kit/sheets/write-sheet.ts'

const sources = { live: '系统记录', printed: '历史数字', target: '目标', none: '无' } as const

const numberRow = (s: Report['tokens'][number]): OutRow => [
  s.code,
  s.text,
  s.name.zh,
  s.value,
  s.unitName.zh,
  s.from ?? '',
  s.to,
  [s.asked.org ? '本组织及下级' : '', s.asked.town ? `镇街${s.asked.town}` : '', s.asked.where ?? ''].filter(Boolean).join('；') || '全区',
  s.definition,
  s.figure,
  s.revision,
  s.records,
  s.parts?.numerator,
  s.parts?.denominator,
  s.parts?.silent,
  s.parts?.reopened,
  s.before,
  s.countedAt,
  sources[s.source],
  s.claim?.name,
]

const text = (title: string, width: number) => ({ title, width })
const number = (title: string) => ({ title, kind: 'number' as const, width: 12 })

const numbers = (report: Report): SheetPlan => ({
  name: '数字与来源',
  columns: [
    text('代码', 8),
    text('文中写法', 18),
    text('数字', 24),
    number('数值'),
    text('单位', 8),
    text('起', 12),
    text('止', 12),
    text('范围', 20),
    text('口径', 60),
    text('编号', 24),
    number('口径版本'),
    number('记录条数'),
    number('分子'),
    number('分母'),
    number('未答复'),
    number('三十天内重开'),
    number('上年同期'),
    text('统计时刻', 26),
    text('来源', 12),
    text('已发布数字编号', 16),
  ],
  rows: report.tokens.map(numberRow),
})

const outsiders = (report: Report): SheetPlan => ({
  name: '非系统数字',
  columns: [text('章节', 30), text('数字', 18), text('来源', 60)],
  rows: outsidersIn(report.content).map((o) => [o.chapter, o.outside, o.source]),
})

const corrections = (report: Report): SheetPlan => ({
  name: '勘误',
  columns: [
    text('代码', 8),
    text('文中写法', 18),
    number('定稿时'),
    number('更正为'),
    number('新增记录'),
    number('减少记录'),
    text('原因', 40),
    text('列入时刻', 26),
  ],
  rows: report.corrections.map((c) => [c.code, c.text, c.was, c.now, c.added, c.removed, c.because, c.notedAt]),
})

const dash = (words: string) => (words === '—' ? null : words)
const isNumbers = (values: readonly (string | number | null)[]) =>
  values.some((v) => typeof v === 'number') && values.every((v) => typeof v !== 'string')

/** Every table of the text with its values, to be reckoned with. */
const tablesOf = (report: Report): SheetPlan[] => {
  const said = new Map(report.tokens.map((s) => [s.code, s]))
  const valueOf = (line: Line): string | number | null => {
    const [p] = line
    const s = line.length === 1 && typeof p === 'object' && 'token' in p ? said.get(p.token) : undefined
    return s?.value !== undefined && !(s.token.kind === 'figure' && (s.token.show ?? 'value') !== 'value')
      ? s.value
      : dash(textOf(line, (code) => said.get(code)?.text ?? ''))
  }
  const tables = report.content.chapters.flatMap((c) => c.blocks.flatMap((b) => (b.kind === 'table' ? [{ name: b.title ?? c.title, b }] : [])))
  return tables.map(({ name, b }, i) => ({
    name: `表${i + 1} ${name.replace(/[\\/:*?[\]]/g, '')}`.slice(0, 31),
    columns: b.head.map((h, n) => (isNumbers(b.rows.map((row) => valueOf(row[n] ?? []))) ? { ...number(h), width: 16 } : text(h, n === 0 ? 30 : 16))),
    rows: [...b.rows.map((row) => row.map(valueOf)), ...notesUnder(b.notes).map((n) => [n])],
  }))
}

/** Every number of a report with its definition, question and source, as a workbook. */
export const annexOf = (report: Report) => {
  const out = new PassThrough()
  writeSheet(out, { sheets: [numbers(report), outsiders(report), corrections(report), ...tablesOf(report)] }).catch((error: Error) =>
    out.destroy(error),
  )
  return out
}
