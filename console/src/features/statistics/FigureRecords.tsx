import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { actName, partName } from './words.ts'

type Definition = ReplyOf<Routes['getFigure']>['definition']

/** Where a record of the list is opened. */
const placeOf = (r: { kind: string; subject: string; person: { id: string } | null }) => {
  if (r.kind.startsWith('case.') || r.kind.startsWith('hotline.')) return `/cases/${r.subject}`
  if (r.kind.startsWith('entry.')) return `/registers/entry/${r.subject}`
  if (r.kind.startsWith('paper.')) return `/papers/${r.subject}`
  return r.person ? `/people/${r.person.id}` : undefined
}

/** Every record behind the number that one may see. */
export const FigureRecords = ({
  code,
  definition: d,
  scope,
  part,
  set,
}: {
  code: string
  definition: Definition
  scope: Search
  part: string | undefined
  set: (next: Search) => void
}) => {
  const go = useNavigate()
  const counts = d.measure === 'sum' || d.measure === 'stock' || d.measure === 'average'
  return (
    <div className="figure-records">
      <ListPage
        title={<span style={{ fontSize: 16 }}>{w('来源记录', 'Records')}</span>}
        list="listFigureRecords"
        params={{ code }}
        search={scope}
        onSearch={() => {}}
        fixed={{ part: part ?? 'of' }}
        head={
          d.parts.length > 1 && (
            <Segmented
              value={part ?? 'of'}
              options={d.parts.map((p) => ({ value: p, label: partName(p, d.measure) }))}
              onChange={(v) => set({ part: v })}
            />
          )
        }
        rowKey={(r) => r.act}
        onOpen={(r) => {
          const place = placeOf(r)
          if (place) void go({ to: place as string })
        }}
        empty={w('这个范围和时段没有记录', 'No record in this scope and period')}
        columns={[
          { title: w('日期', 'Day'), dataIndex: 'day', width: 110 },
          { title: w('事项', 'What'), width: 90, render: (_, r) => actName(r.kind) },
          { title: w('职工', 'Person'), width: 120, render: (_, r) => r.person?.name ?? '—' },
          { title: w('工会', 'Union'), ellipsis: true, render: (_, r) => r.org?.name ?? '—' },
          { title: w('经办', 'By'), width: 100, render: (_, r) => r.actor ?? w('历史导入', 'Loaded') },
          ...(counts
            ? [
                {
                  title: w('计', 'Counts'),
                  dataIndex: 'amount',
                  align: 'right' as const,
                  width: 90,
                  render: (_: unknown, r: { amount: number }) => r.amount.toLocaleString(),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}
