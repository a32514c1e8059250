import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Drawer } from 'antd'
import { say } from '../../kit/language.ts'
import { ListPage } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { actName } from '../statistics/words.ts'

/** The records of one line, and which of them were reported with the sheet. */
export const LineRecords = ({ sheet, line, onClose }: { sheet: ReturnSheet; line: ReturnSheet['lines'][number]; onClose: () => void }) => (
  <Drawer open size={640} onClose={onClose} title={`${line.number} ${say(line.label)}`}>
    <ListPage<'listReturnRecords'>
      title={<span style={{ fontSize: 14 }}>{w('来源记录', 'Records')}</span>}
      list="listReturnRecords"
      params={{ id: sheet.id, line: line.code }}
      search={{}}
      onSearch={() => {}}
      rowKey={(r) => r.act}
      empty={w('没有记录', 'No record')}
      columns={[
        { title: w('日期', 'Day'), width: 110, dataIndex: 'day' },
        { title: w('行为', 'What'), width: 100, render: (_, r) => actName(r.kind) },
        { title: w('谁', 'Who'), width: 160, ellipsis: true, render: (_, r) => r.person?.name ?? r.org?.name ?? '' },
        {
          title: w('上报', 'Reported'),
          width: 110,
          render: (_, r) =>
            r.reported === null ? '' : r.reported ? w('已上报', 'reported') : <b style={{ color: 'var(--soon)' }}>{w('报送后补录', 'came later')}</b>,
        },
      ]}
    />
  </Drawer>
)
