import type { exportReturnRound as route } from '@gongyou/contract/returns/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Ask } from '../../kit/http/mount.ts'
import type { OutRow } from '../../kit/sheets/sheet-plan.ts'
import { sendWorkbook } from '../../kit/sheets/send-workbook.ts'
import type { Catalogue } from '../statistics/index.ts'
import { unitsOf } from './access.ts'
import { totalsOf } from './totals.ts'

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

/** A period in the layout of the upper level: numbered columns, one row a unit, the sum; and every number that was told otherwise, with its reason. */
export const exportRound = async ({ params, write, reply }: Ask<typeof route>, catalogue: Catalogue) => {
  const { view, lines, rows } = await write(async (work) => {
    const { round, totals } = await totalsOf(work, catalogue, params.id)
    work.ledger.audit({ subject: params.id, detail: { units: round.obliged } })
    return { view: round, lines: totals, rows: await linesOf(work, params.id) }
  })
  const byUnit = new Map<string, typeof rows>()
  for (const r of rows) byUnit.set(r.id, [...(byUnit.get(r.id) ?? []), r])
  const units = [...byUnit.values()]
  const body: OutRow[] = units.map((of) => {
    const told = new Map(of.map((r) => [r.line, r.told]))
    const first = of[0]!
    return [
      first.name,
      stateNames[first.state],
      first.timely === null ? '' : first.timely ? '按时' : '逾期',
      ...lines.map((l) => told.get(l.code) ?? null),
    ]
  })
  const changed: OutRow[] = rows
    .filter((r) => r.line !== null && r.told !== r.counted)
    .map((r) => [r.name, lines.find((l) => l.code === r.line)?.label.zh, r.counted, r.told, (r.told ?? 0) - (r.counted ?? 0), r.because])
  const number = (title: string) => ({ title, kind: 'number' as const, width: 14 })
  const sheets = [
    {
      name: '汇总表',
      columns: [
        { title: '单位', width: 36 },
        { title: '报送', width: 8 },
        { title: '时限', width: 8 },
        ...lines.map((l) => number(`${l.number} ${l.label.zh}（${l.unitName.zh}）`)),
      ],
      rows: [
        ...body,
        ['合计（按人、按率的不相加）', `${view.handedIn}/${view.obliged}`, '', ...lines.map((l) => l.told)],
        ['系统数', '', '', ...lines.map((l) => l.counted)],
      ],
    },
    {
      name: '改数说明',
      columns: [
        { title: '单位', width: 36 },
        { title: '指标', width: 24 },
        number('系统数'),
        number('上报数'),
        number('相差'),
        { title: '原因', width: 50 },
      ],
      rows: changed,
    },
  ]
  return sendWorkbook(reply, `${view.period.zh}${view.title.zh}.xlsx`, sheets)
}
