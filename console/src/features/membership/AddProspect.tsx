import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { options } from '../../kit/words.ts'

type Fields = { name: string; mobile: string; orgId: string; occupation?: string; note?: string }

/** Records somebody the union serves before he joins: name and phone are enough. */
export const AddProspect = ({ onClose, onDone }: { onClose: () => void; onDone: () => void }) => {
  const tree = useQuery(asking('listTree', {}))
  const holding = new Set<string>(memberHoldingKinds)
  const save = ({ occupation, note, ...f }: Fields) => ask('addProspect', { body: { ...f, note: note ?? '', ...(occupation ? { occupation } : {}) } })
  return (
    <FormModal<Fields>
      title={w('登记服务对象（先服务后入会）', 'Record a person served before joining')}
      ok={w('登记', 'Record')}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={w('姓名', 'Name')} rules={[{ required: true, message: w('请填写姓名', 'Give the name') }]}>
        <Input />
      </Form.Item>
      <Form.Item name="mobile" label={w('手机', 'Phone')} rules={[{ required: true, message: w('请填写手机号', 'Give the phone number') }]}>
        <Input inputMode="tel" />
      </Form.Item>
      <Form.Item name="orgId" label={w('由哪个站点服务', 'Served by')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(tree.data?.nodes ?? []).filter((n) => holding.has(n.kind)).map((n) => ({ value: n.id, label: n.name }))}
        />
      </Form.Item>
      <Form.Item name="occupation" label={w('职业', 'Occupation')}>
        <Select allowClear options={options.occupation} />
      </Form.Item>
      <Form.Item name="note" label={w('备注', 'Note')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}
