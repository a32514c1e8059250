import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import type { PersonPage } from '@gongyou/contract/membership/persons.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

type Fields = { toOrgId: string; because?: string }

/** Asks for a transfer to another union; the receiving end confirms. */
export const TransferAsk = ({ person, onClose, onDone }: { person: PersonPage; onClose: () => void; onDone: () => void }) => {
  const unions = useQuery(asking('listReceivingUnions', {}))
  const save = (f: Fields) => ask('askTransfer', { body: { personId: person.id, toOrgId: f.toOrgId, because: f.because ?? '' } })
  const holding = new Set<string>(memberHoldingKinds)
  const choices = (unions.data?.rows ?? [])
    .filter((u) => holding.has(u.kind) && u.id !== person.membership?.org.id)
    .map((u) => ({ value: u.id, label: u.name }))
  return (
    <FormModal<Fields>
      title={w(`接转${person.name}的会籍`, `Transfer ${person.name}`)}
      ok={w('发起接转', 'Ask for transfer')}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">
        {w('现在的工会：', 'Present union: ')}
        {person.membership?.org.name}
      </p>
      <Form.Item name="toOrgId" label={w('转到', 'To')} rules={[{ required: true, message: w('请选择接收工会', 'Choose the receiving union') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={unions.isPending}
          options={choices}
          placeholder={w('输入名称查找', 'Type to find')}
        />
      </Form.Item>
      <Form.Item name="because" label={w('原因（可不填）', 'Reason (optional)')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}
