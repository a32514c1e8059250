import { notesUnder, type TableNote } from '@gongyou/contract/reports/content.ts'
import { Button, Form, Input } from 'antd'
import { FormModal } from '../../../kit/FormModal.tsx'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import type { TableAttrs } from './convert.ts'

type Given = { table: TableAttrs; onGrid: () => void; onNote: () => void; onChange: (table: TableAttrs) => void }

/** The table that is chosen: what it is made of, and what stands under it. */
export const TablePanel = ({ table, onGrid, onNote, onChange }: Given) => (
  <Sheet title={table.title ?? w('表格', 'Table')}>
    <p className="quiet" style={{ margin: '0 0 8px' }}>
      {w(`${table.rows.length} 行，${table.head.length - 1} 列数字`, `${table.rows.length} rows, ${table.head.length - 1} columns of numbers`)}
    </p>
    {table.notes.length > 0 && (
      <ul className="report-checks">
        {table.notes.map((n, i) => (
          <li key={i}>
            <span>
              {n.at ? `${n.at} ` : ''}
              {n.text}
            </span>{' '}
            <Button size="small" type="text" onClick={() => onChange({ ...table, notes: table.notes.filter((x) => x !== n) })}>
              {w('去掉', 'Remove')}
            </Button>
          </li>
        ))}
      </ul>
    )}
    <div style={{ display: 'flex', gap: 8, marginTop: 12, flexWrap: 'wrap' }}>
      {table.grid && (
        <Button size="small" onClick={onGrid}>
          {w('改行列', 'Rows and columns')}
        </Button>
      )}
      <Button size="small" onClick={onNote} disabled={notesUnder(table.notes).length >= 30}>
        {w('加注', 'Add a note')}
      </Button>
    </div>
  </Sheet>
)

/** A word under the table, or to one of its numbers. */
export const NoteForm = ({
  at,
  onClose,
  onDone,
}: {
  at: { code: string; text: string } | null
  onClose: () => void
  onDone: (note: TableNote) => void
}) => (
  <FormModal<{ text: string; source?: string }>
    title={at ? w(`${at.text} 的脚注`, `A note to ${at.text}`) : w('表注', 'A note to the table')}
    ok={w('加注', 'Add')}
    save={async (f) => f}
    onClose={onClose}
    onDone={(f) => {
      const { text, source } = f as { text: string; source?: string }
      onDone({ text, ...(at ? { at: at.code } : {}), ...(source ? { source } : {}) })
    }}
  >
    <Form.Item name="text" label={w('注', 'Note')} rules={[{ required: true, whitespace: true, message: w('请填写', 'Please fill in') }]}>
      <Input.TextArea autoSize maxLength={300} />
    </Form.Item>
    <Form.Item name="source" label={w('注中数字的来源（没有数字不填）', 'Where its numbers come from, if it has any')}>
      <Input maxLength={200} />
    </Form.Item>
  </FormModal>
)
