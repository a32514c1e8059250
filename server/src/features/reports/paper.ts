import { tableText, plainText } from '@gongyou/contract/papers/blocks.ts'
import { breakTitle } from '@gongyou/contract/papers/break-title.ts'
import type { PaperContent } from '@gongyou/contract/papers/content.ts'
import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import type { IssuedPaper } from '@gongyou/contract/papers/layout.ts'
import { blankNumber } from '@gongyou/contract/papers/number.ts'
import { writtenDate } from '@gongyou/contract/papers/written.ts'
import { type Line, notesUnder, noteMark, outsidersIn, type TableBlock, textOf } from '@gongyou/contract/reports/content.ts'
import { periodWords } from '@gongyou/contract/reports/period-words.ts'
import { sayParts } from '@gongyou/contract/reports/say.ts'
import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { chineseNumber } from '@gongyou/contract/reports/ordinal.ts'
import { dayOf } from '../../kit/clock.ts'

const daysOf = (s: Report['tokens'][number]) => (s.from === null ? `截至${writtenDate(s.to)}` : periodWords({ from: s.from, to: s.to }))
const moment = (at: string) => `${dayOf(new Date(at))} ${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)}`

const codesIn = (row: readonly Line[]) => row.flatMap((line) => line.flatMap((p) => (typeof p === 'object' && 'token' in p ? [p.token] : [])))
/** F-03, or F-03～08 of a row of numbers. */
const codesSaid = (codes: readonly string[]) => (codes.length > 1 ? `${codes[0]}～${codes.at(-1)!.slice(2)}` : (codes[0] ?? ''))

const sideWords = { now: '本期', before: '上年同期', reached: '已达', recent: '近一年', aim: '目标' } as const
const recordsIn = (s: Report['tokens'][number]) =>
  s.sides.length > 0
    ? s.sides.map((x) => `${sideWords[x.side]}${x.value}${x.asked ? `（${x.records}条记录）` : ''}`).join('，')
    : `${s.parts ? sayParts(s.parts).slice(1, -1) : `${s.records ?? 0}条记录`}`
const definitionIn = (s: Report['tokens'][number]) =>
  s.source === 'live'
    ? `${s.name.zh}（第${s.revision}版）：${s.definition}`
    : s.source === 'target'
      ? `${s.name.zh}目标：${s.definition}`
      : `${s.name.zh}（${s.definition}）`
const sourceIn = (s: Report['tokens'][number]) =>
  s.source === 'printed' ? `历史数字${s.claim?.name ?? ''}` : `${s.claim ? `编号${s.claim.name}，` : ''}${recordsIn(s)}，${moment(s.countedAt)}`

/** What stands in the small table behind a report: every number by its trace code. */
export const traceRows = (report: Report, tokens = report.tokens): readonly (readonly string[])[] => [
  ['代码', '文中写法', '数字与口径', '时段与来源'],
  ...tokens.map((s) => [s.code, s.text, definitionIn(s), `${daysOf(s)}；${sourceIn(s)}`]),
]

type Table = { readonly name: string; readonly block: TableBlock }
/** Tables that were laid out of figures: their numbers differ by row alone. */
const gridsOf = (report: Report): Table[] => {
  const titled = report.content.chapters.flatMap((c) => c.blocks.filter((b) => b.kind === 'table' && b.title))
  return titled.flatMap((b, i) => (b.kind === 'table' && b.grid ? [{ name: `表${i + 1}`, block: b }] : []))
}

/** Where the numbers of a table come from: what each column counts, then for every cell the number under which it is published. */
const gridTrace = (report: Report, { name, block }: Table): string => {
  const said = new Map(report.tokens.map((s) => [s.code, s]))
  const of = (line: Line | undefined) => codesIn(line ? [line] : []).flatMap((code) => said.get(code) ?? [])
  const columns = block.head.slice(1).map((head, i) => {
    const first = block.rows.flatMap((row) => of(row[i + 1]))[0]
    return [head, first ? definitionIn(first) : '—']
  })
  const claims = block.rows.map((row) => [
    textOf(row[0] ?? [], () => ''),
    codesSaid(codesIn(row)),
    ...row.slice(1).map((line) => of(line)[0]?.claim?.name ?? '—'),
  ])
  const any = of(block.rows.flat().find((line) => codesIn([line]).length > 0))[0]
  return [
    `${name}\u3000${block.title ?? ''}各列口径${any ? `（${moment(any.countedAt)}统计）` : ''}`,
    tableText([['列', '口径'], ...columns]),
    `${name}\u3000${block.title ?? ''}已发布数字编号`,
    tableText([[block.head[0] ?? '', '代码', ...block.head.slice(1)], ...claims]),
  ].join('\n')
}

const traceBody = (report: Report): string => {
  const grids = gridsOf(report)
  const inGrids = new Set(grids.flatMap((g) => g.block.rows.flatMap(codesIn)))
  const apart = report.tokens.filter((s) => !inGrids.has(s.code))
  return [...(apart.length > 0 ? [tableText(traceRows(report, apart))] : []), ...grids.map((g) => gridTrace(report, g))].join('\n')
}

const annexesOf = (report: Report, codes: boolean): PaperContent['annexes'] => {
  const outside = outsidersIn(report.content)
  return [
    ...(codes && report.tokens.length > 0 ? [{ title: '数字来源对照表', body: traceBody(report) }] : []),
    ...(outside.length > 0
      ? [{ title: '非系统数字来源', body: tableText([['章节', '数字', '来源'], ...outside.map((o) => [o.chapter, o.outside, o.source])]) }]
      : []),
    ...(report.corrections.length > 0
      ? [
          {
            title: '勘误',
            body: tableText([
              ['代码', '定稿时', '更正为', '增减记录', '原因', '日期'],
              ...report.corrections.map((c) => [
                c.code,
                String(c.was),
                c.now === null ? '—' : String(c.now),
                `+${c.added} −${c.removed}`,
                c.because,
                dayOf(new Date(c.notedAt)),
              ]),
            ]),
          },
        ]
      : []),
  ]
}

/** Numbers of a table have their codes at the end of the row, where they do not come between the figures. */
const tableLines = (b: TableBlock, nth: number, codes: boolean, say: (line: Line) => string) => {
  const cell = (line: Line) =>
    `${say(line)}${codesIn([line])
      .map((c) => noteMark(b.notes, c))
      .join('')}`
  const rows = b.rows.map((row) => [...row.map(cell), ...(codes ? [codesSaid(codesIn(row))] : [])])
  return [
    ...(b.title ? [`表${nth}\u3000${b.title}`] : []),
    tableText([[...b.head, ...(codes ? ['代码'] : [])], ...rows]),
    ...notesUnder(b.notes),
  ].join('\n')
}

/** A report as an official paper (GB/T 9704): chapters numbered, each number with its trace code where wanted. */
export const paperOf = (report: Report, organ: { code: string; mark: string }, codes: boolean): IssuedPaper => {
  const said = new Map(report.tokens.map((s) => [s.code, s.text]))
  const inText = (line: Line) => textOf(line, (code) => `${said.get(code) ?? ''}${codes ? `〔${code}〕` : ''}`)
  const inTable = (line: Line) => textOf(line, (code) => said.get(code) ?? '')
  let tables = 0
  const body = report.content.chapters.flatMap((c, i) => [
    // A colon would end the heading (GB/T 9704: what follows it is text).
    `${chineseNumber(i + 1)}、${c.title.replaceAll('：', '　')}`,
    ...c.blocks.map((b) => (b.kind === 'text' ? plainText(inText(b.line), true) : tableLines(b, b.title ? ++tables : 0, codes, inTable))),
  ])
  const day = report.publishedOn ?? (report.frozenAt ? dayOf(new Date(report.frozenAt)) : null)
  const last = report.approvals.at(-1)
  return {
    kind: 'report',
    number: blankNumber(`${organ.code}报`, Number((day ?? report.to).slice(0, 4))),
    issuedOn: day,
    content: {
      mark: `${organ.mark}${paperKind('report').mark}`,
      copyNumber: '',
      secrecy: '',
      urgency: '',
      signer: last?.by ?? '',
      title: breakTitle(report.title),
      addressee: '',
      body: body.join('\n'),
      annexes: annexesOf(report, codes),
      enclosures: [],
      signature: organ.mark,
      note: `${periodWords(report)}数据，${report.frozenAt ? `${writtenDate(dayOf(new Date(report.frozenAt)))}定稿` : '未定稿'}`,
      copies: '',
      printedBy: organ.mark,
    },
  }
}
