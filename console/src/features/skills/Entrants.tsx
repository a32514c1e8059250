import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { EnterEntrants } from './EnterEntrants.tsx'
import type { TradeOf } from './Trade.tsx'

/** Who competes; before the draw units put their people on the list here. */
export const Entrants = ({ c, trade, drawn, again }: { c: Contest; trade: TradeOf; drawn: boolean; again: () => void }) => {
  const may = useMay()
  const { message, modal } = App.useApp()
  const [adding, setAdding] = useState(false)
  const list = useInfiniteQuery({
    queryKey: ['listEntrants', trade.id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask('listEntrants', { params: { id: trade.id }, query: { limit: 50, after: pageParam } }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? []
  const withdraw = (id: string, name: string) =>
    modal.confirm({
      title: w(`${name}退出参赛？`, `Withdraw ${name}?`),
      okText: w('退出', 'Withdraw'),
      onOk: async () => {
        await ask('withdrawEntrant', { params: { id } }).catch((e) => message.error(wordsOf(e)))
        again()
      },
    })
  const open = trade.state === 'entry' || (trade.state === 'closed' && c.mayRun)
  return (
    <>
      <h3 className="contest-acts">
        {w(`参赛名单 ${trade.entrants}`, `Entrants: ${trade.entrants}`)}
        {open && may('skills.enter') && (
          <Button size="small" onClick={() => setAdding(true)}>
            {w('录入参赛者', 'Enter people')}
          </Button>
        )}
      </h3>
      {list.isError && <Failure error={list.error} />}
      <div className="contest-box" tabIndex={0} role="region" aria-label={w('参赛名单', 'Entrants')}>
        <Table
          size="small"
          pagination={false}
          loading={list.isPending}
          rowKey="id"
          dataSource={rows}
          locale={{ emptyText: <div className="empty">{w('还没有人报名。各单位可以粘贴名单。', 'Nobody yet. Units may paste their lists.')}</div> }}
          columns={[
            { title: w('序号', 'No.'), width: 60, dataIndex: 'number' },
            {
              title: trade.team ? w('参赛队', 'Team') : w('姓名', 'Name'),
              render: (_, r) => (
                <>
                  {r.name}
                  {r.members.length > 0 && <span className="quiet small"> {r.members.join('、')}</span>}
                  {!trade.team && !r.person && <span className="quiet small"> {w('未对上职工名册', 'not in the registry')}</span>}
                </>
              ),
            },
            { title: w('单位', 'Unit'), render: (_, r) => r.unit.name },
            { title: w('同意入人才库', 'Pool'), width: 120, render: (_, r) => (r.consented ? w('同意', 'agreed') : '—') },
            {
              title: <span className="unseen">{w('办理', 'Actions')}</span>,
              width: 80,
              render: (_, r) =>
                !drawn && may('skills.enter') ? (
                  <Button type="text" size="small" onClick={() => withdraw(r.id, r.name)}>
                    {w('退出', 'Withdraw')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </div>
      {list.hasNextPage && <Button onClick={() => list.fetchNextPage()}>{w('再看 50 条', 'Next 50')}</Button>}
      {adding && (
        <EnterEntrants
          trade={trade}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            again()
          }}
        />
      )}
    </>
  )
}
