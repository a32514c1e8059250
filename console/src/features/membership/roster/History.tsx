import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { ListPage } from '../../../kit/ListPage.tsx'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'

const stateName = (s: RosterBatch['state']) =>
  ({
    uploaded: w('待对应列', 'Columns to match'),
    mapped: w('待检查', 'To check'),
    checking: w('检查中', 'Checking'),
    checked: w('待导入', 'To import'),
    committing: w('导入中', 'Importing'),
    done: w('已导入', 'Imported'),
    failed: w('未完成', 'Not finished'),
    undoing: w('撤销中', 'Undoing'),
    undone: w('已撤销', 'Undone'),
    discarded: w('已放弃', 'Dropped'),
  })[s]

/** Rosters handed in before; each can be opened again, and undone. */
export const History = ({ onOpen }: { onOpen: (id: string) => void }) => (
  <div style={{ marginTop: 24 }}>
    <ListPage
      title={<span style={{ fontSize: 16 }}>{w('导入记录', 'Earlier imports')}</span>}
      list="listRosters"
      search={{}}
      onSearch={() => {}}
      rowKey={(b) => b.id}
      onOpen={(b) => onOpen(b.id)}
      empty={w('还没有导入过名册', 'No roster yet')}
      columns={[
        { title: w('文件', 'File'), dataIndex: 'fileName', ellipsis: true },
        { title: w('状态', 'State'), width: 110, render: (_, b) => stateName(b.state) },
        { title: w('行数', 'Rows'), width: 90, align: 'right', render: (_, b) => b.totalRows.toLocaleString() },
        { title: w('新入会', 'New'), width: 90, align: 'right', render: (_, b) => (b.made ?? b.found)?.new.toLocaleString() ?? '—' },
        { title: w('有问题', 'Problems'), width: 90, align: 'right', render: (_, b) => b.found?.bad.toLocaleString() ?? '—' },
        { title: w('经办', 'By'), width: 110, dataIndex: 'importer' },
        { title: w('时间', 'When'), width: 150, render: (_, b) => instant(b.createdAt) },
      ]}
    />
  </div>
)
