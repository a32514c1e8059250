import type { Organisation } from '@gongyou/contract/organisations/routes.ts'
import { DatePicker, Form, InputNumber, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

type Fields = { number: number; from: Dayjs; years: 3 | 5 }

/** Records a term of office; the next one is proposed. */
export const AddTerm = ({ organisation: o, onClose, onDone }: { organisation: Organisation; onClose: () => void; onDone: () => void }) => {
  const last = o.terms[0]
  const save = (f: Fields) => ask('addTerm', { params: { id: o.id }, body: { number: f.number, years: f.years, from: f.from.format('YYYY-MM-DD') } })
  return (
    <FormModal<Fields>
      title={w('登记届次', 'Record a term')}
      ok={w('登记', 'Record')}
      initial={{ number: (last?.number ?? 0) + 1, from: dayjs(last?.to), years: last?.years ?? 5 }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="number" label={w('第几届', 'Number')} rules={[{ required: true }]}>
        <InputNumber min={1} max={60} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="from" label={w('选举产生日期', 'Elected on')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="years" label={w('任期（工会法第十六条：三年或五年）', 'Years (Trade Union Law art. 16: three or five)')}>
        <Radio.Group
          options={[
            { value: 3, label: w('三年', 'Three') },
            { value: 5, label: w('五年', 'Five') },
          ]}
        />
      </Form.Item>
    </FormModal>
  )
}
