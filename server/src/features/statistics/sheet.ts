import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import type { exportFigure as route } from '@gongyou/contract/statistics/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Ask } from '../../kit/http/mount.ts'
import type { OutRow } from '../../kit/sheets/sheet-plan.ts'
import { sendWorkbook } from '../../kit/sheets/send-workbook.ts'
import { type Catalogue, figureOf } from './catalogue.ts'
import { readFigure } from './read.ts'
import { recordsOf } from './records.ts'

type Figure = Awaited<ReturnType<typeof readFigure>>
type Query = Ask<typeof route>['query']
const pageRows = 1_000

/** The number with everything that must be known to repeat it. */
const about = (f: FigureDeclaration, figure: Figure, scope: string): OutRow[] => {
  const p = figure.parts
  const rows: OutRow[] = [
    ['数字', f.name.zh],
    ['数值', figure.value],
    ['单位', units[f.unit].zh],
    ['时段', kindOf(f) === 'stock' ? `截至 ${figure.to}` : `${figure.from ?? ''} 至 ${figure.to}`],
    ['范围', scope],
    ['口径', f.definition.zh],
    ['口径版本', f.revision],
    ['去年同期', figure.lastYear],
    ['记录条数', figure.records],
  ]
  if (!p) return rows
  return [...rows, ['分子', p.numerator], ['分母', p.denominator], ['未联系上、未答复', p.silent], ['三十天内重开', p.reopened]]
}

async function* recordLines(read: Ask<typeof route>['read'], catalogue: Catalogue, f: FigureDeclaration, query: Query): AsyncGenerator<OutRow> {
  const part = 'among' in f ? ('among' as const) : ('of' as const)
  for (let after: string | undefined; ;) {
    const page = await read((look) => recordsOf(look, catalogue, f.code, { ...query, part, after, limit: pageRows }))
    for (const r of page.rows) yield [r.day, r.kind, r.person?.name, r.org?.name, r.actor, r.amount, r.act]
    if (page.next === null) return
    after = page.next
  }
}

const scopeOf = async (look: Look, query: Query) => {
  const org = query.org
    ? await look.db.selectFrom('organisations.org').select('name').where('region', '=', look.region).where('id', '=', query.org).executeTakeFirst()
    : undefined
  return [org?.name ?? '本人可及范围', query.town, query.where].filter((x) => x !== undefined && x !== '').join('；')
}

/** A figure as a workbook: the number and its definition, its groups, every record behind it; however many, they stream. */
export const exportFigure = async ({ params, query, read, write, reply }: Ask<typeof route>, catalogue: Catalogue) => {
  const { f, figure, scope } = await write(async (work) => {
    const f = await figureOf(work, catalogue, params.code)
    const figure = await readFigure(work, catalogue, params.code, query)
    work.ledger.audit({ detail: { figure: f.code, revision: f.revision, records: figure.records, asked: query } })
    return { f, figure, scope: await scopeOf(work, query) }
  })
  const sheets = [
    {
      name: '数字与口径',
      columns: [
        { title: '项目', width: 18 },
        { title: '内容', width: 70 },
      ],
      rows: about(f, figure, scope).map((r) => r.map((v) => (v === null || v === undefined ? v : String(v)))),
    },
    {
      name: '分组',
      columns: [
        { title: '分组', width: 30 },
        { title: units[f.unit].zh, kind: 'number' as const, width: 14 },
        { title: '分子', kind: 'number' as const },
        { title: '分母', kind: 'number' as const },
      ],
      rows: figure.groups.map((g) => [g.label.zh, g.value, 'of' in g ? g.of : null, 'among' in g ? g.among : null]),
    },
    {
      name: '来源记录',
      columns: [
        { title: '日期', kind: 'date' as const, width: 12 },
        { title: '行为', width: 20 },
        { title: '职工', width: 12 },
        { title: '工会', width: 36 },
        { title: '经办', width: 12 },
        { title: '计', kind: 'number' as const, width: 10 },
        { title: '台账编号', width: 38 },
      ],
      rows: recordLines(read, catalogue, f, query),
    },
  ]
  return sendWorkbook(reply, `${f.name.zh}-${figure.to}.xlsx`, sheets)
}
