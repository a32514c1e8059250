import type { PersonPage } from '@gongyou/contract/membership/persons.ts'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

type Fields = { to: 'retained' | 'left' | 'expelled' | 'deceased' | 'active'; on: Dayjs; because: string }
const changes = () => [
  { value: 'retained', label: w('保留会籍（退休、失业、工会撤销）', 'Retain (retired, unemployed, union dissolved)') },
  { value: 'left', label: w('退会', 'Leaves') },
  { value: 'expelled', label: w('除名', 'Expelled') },
  { value: 'deceased', label: w('去世', 'Deceased') },
  { value: 'active', label: w('恢复', 'Restore') },
]

/** Changes where a member stands; the reason is kept with the act. */
export const MembershipChange = ({ person, onClose, onDone }: { person: PersonPage; onClose: () => void; onDone: () => void }) => {
  const save = (f: Fields) =>
    ask('changeMembership', {
      params: { id: person.id },
      body: { to: f.to, on: f.on.format('YYYY-MM-DD'), because: f.because, version: person.membership!.version },
    })
  return (
    <FormModal<Fields>
      title={w(`变更${person.name}的会籍`, `Change ${person.name}'s membership`)}
      ok={w('变更会籍', 'Change membership')}
      initial={{ on: dayjs() }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="to" label={w('变更为', 'Becomes')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <Select options={changes()} />
      </Form.Item>
      <Form.Item name="on" label={w('自哪天起', 'From')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name="because" label={w('依据或原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}
