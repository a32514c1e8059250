import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { asking } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { atWork, stateName } from './roster-words.ts'

const shownTime = (instant: string) => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const number = (n: number | undefined) => (n === undefined ? '—' : n.toLocaleString())

/** Rosters handed in before, each with what it brought. */
export const History = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const batches = useQuery({ ...asking('listRosters', { query: { limit: 50 } }), refetchInterval: (q) => (q.state.data?.rows.some((b) => atWork(b.state)) ? 2000 : false) })
  return (
    <section className="sheet list history">
      <header><h2>{w('导入记录', 'Rosters handed in')}</h2></header>
      {batches.isError ? <Failure error={batches.error} onRetry={() => batches.refetch()} /> : !batches.data ? <Skeleton active style={{ padding: 16 }} /> : (
        <Table<RosterBatch>
          size="small" pagination={false} rowKey="id" dataSource={batches.data.rows} scroll={{ x: 'max-content' }} locale={{ emptyText: <div className="empty">{w('还没有导入过名册', 'No roster has been handed in yet')}</div> }}
          onRow={(b) => ({ onClick: () => onOpen(b.id), tabIndex: 0, onKeyDown: (e) => { if (e.key === 'Enter') onOpen(b.id) } })}
          columns={[
            { title: w('文件', 'File'), render: (_, b) => <span className="file-name">{b.fileName}</span> }, { title: w('状态', 'State'), width: 110, render: (_, b) => <span data-state={b.state} className="state">{stateName(b.state)}</span> },
            { title: w('行数', 'Rows'), align: 'right', width: 90, render: (_, b) => number(b.totalRows) }, { title: w('入会', 'Joined'), align: 'right', width: 90, render: (_, b) => number(b.made?.new) }, { title: w('更新', 'Updated'), align: 'right', width: 90, render: (_, b) => number(b.made?.update) },
            { title: w('有问题', 'Problems'), align: 'right', width: 90, render: (_, b) => (b.found ? number(b.found.bad + (b.made?.bad ?? 0)) : '—') }, { title: w('导入人', 'By'), width: 110, dataIndex: 'importer' }, { title: w('时间', 'Time'), width: 150, render: (_, b) => shownTime(b.createdAt) },
          ]}
        />
      )}
    </section>
  )
}
