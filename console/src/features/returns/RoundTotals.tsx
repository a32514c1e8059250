import type { getReturnRound } from '@gongyou/contract/returns/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { AnswersTo } from './AnswersTo.tsx'

type Page = ReplyOf<typeof getReturnRound>
type Typed = Page['typed'][number]

const shown = (n: number | null) => (n === null ? '—' : n.toLocaleString())
const inAll = (t: Typed) => {
  if (t.kind === 'choice') return t.chosen.map((c) => `${say(c.label)} ${c.units}`).join(w('；', '; '))
  if (t.kind === 'number' && t.sum !== null) return shown(t.sum)
  return w(`${t.answered} 家填写`, `${t.answered} answered`)
}

/** What a period adds up to: figures beside what the system counts, questions by what the units typed. */
export const RoundTotals = ({ page }: { page: Page }) => {
  const [open, setOpen] = useState<Typed>()
  const rows = [...page.totals.map((t) => ({ ...t, typed: undefined })), ...page.typed.map((t) => ({ ...t, told: null, typed: t }))].sort((a, b) =>
    a.number.localeCompare(b.number, undefined, { numeric: true }),
  )
  return (
    <Sheet title={w('合计', 'Totals')}>
      <Table
        size="small"
        pagination={false}
        rowKey="code"
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={[
          { title: w('行号', 'No.'), dataIndex: 'number', width: 60 },
          { title: w('指标', 'Line'), render: (_, l) => `${say(l.label)}${l.unitName ? `（${say(l.unitName)}）` : ''}` },
          {
            title: w('各单位上报合计', 'Told by the units'),
            align: 'right',
            render: (_, l) =>
              l.typed?.answered ? (
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen(l.typed)}>
                  {inAll(l.typed)}
                </Button>
              ) : (
                shown(l.typed ? null : l.told)
              ),
          },
          { title: w('系统数', 'Counted'), align: 'right', render: (_, l) => (l.typed ? <Tag>{w('填报', 'typed')}</Tag> : shown(l.counted)) },
          { title: w('改数的单位', 'Told otherwise'), align: 'right', render: (_, l) => (l.typed ? '' : l.changed || '') },
        ]}
      />
      <p className="quiet small">
        {w(
          '按人去重的数字和比率各单位之间不能相加，只列系统数；系统数含未报单位。',
          'Persons and rates of several units are not added up; what is counted includes units that have not handed in.',
        )}
        {page.typed.length > 0 &&
          w(
            '填报合计是各单位所填之和（上级单位已报的，下级单位的不再相加），系统没有记录可查，不进入数字目录，引用时请注明“单位填报”。',
            ' What is typed is the sum of what units wrote, those beneath a unit that has answered left out: no record stands behind it, it is no figure of the catalogue; say so when you quote it.',
          )}
      </p>
      {open && <AnswersTo round={page.round.id} line={open.code} title={`${open.number} ${say(open.label)}`} onClose={() => setOpen(undefined)} />}
    </Sheet>
  )
}
