import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import { rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import type { RosterProblem } from '@gongyou/contract/membership/roster.ts'
import { Skeleton, Table, Tooltip } from 'antd'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { fieldName } from './roster-words.ts'

type Row = { row: number; values: Record<string, string>; problems: RosterProblem[] }

/** The first rows, each cell as understood; what cannot be understood is red and says why. */
export const Preview = ({ rows, mapping }: { rows: Row[] | undefined; mapping: Record<string, RosterFieldCode> }) => {
  if (!rows) return <Skeleton active paragraph={{ rows: 8 }} style={{ padding: 16 }} />
  const fields = rosterFields.filter((f) => Object.values(mapping).includes(f.code))
  const columnOf = (field: RosterFieldCode) => Number(Object.entries(mapping).find(([, f]) => f === field)![0])
  const cell = (row: Row, field: RosterFieldCode) => {
    const at = columnOf(field)
    const bad = row.problems.find((p) => p.cell !== '' && p.cell === `${lettersOf(at)}${row.row}`)
    const shown = row.values[field] || '—'
    return bad ? <Tooltip title={say(bad.reason)}><span className={bad.level === 'bad' ? 'cell-bad' : 'cell-look'} tabIndex={0}>{shown}</span></Tooltip> : <span className={row.values[field] ? '' : 'quiet'}>{shown}</span>
  }
  return (
    <Table<Row>
      size="small" pagination={false} rowKey="row" dataSource={rows} scroll={{ x: 'max-content', y: 520 }} className="list preview"
      locale={{ emptyText: <div className="empty">{w('表头下面没有数据', 'No rows beneath the header')}</div> }}
      columns={[{ title: w('行', 'Row'), dataIndex: 'row', width: 56, fixed: 'left', align: 'right' }, ...fields.map((f) => ({ title: fieldName(f.code), key: f.code, render: (_: unknown, r: Row) => cell(r, f.code) }))]}
    />
  )
}

const lettersOf = (index: number): string => (index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
