import { childKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import type { Organisation, TreeNode } from '@gongyou/contract/organisations/routes.ts'
import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { kindName } from '../../kit/words.ts'

type Fields = {
  kind: Organisation['kind']
  name: string
  uscc?: string
  foundedOn?: Dayjs | null
  workersDeclared?: number | null
  womenDeclared?: number | null
  unitsCovered?: number | null
  approvalNumber?: string
  phone?: string
  address?: string
}
type Props = { organisation?: Organisation; parent?: TreeNode | undefined; onClose: () => void; onDone: (id: string) => void }

/** Founds an organisation beneath a parent, or corrects one. */
export const EditOrganisation = ({ organisation: o, parent, onClose, onDone }: Props) => {
  const save = ({ kind, foundedOn, ...f }: Fields) => {
    const details = { ...f, uscc: f.uscc || null, ...(foundedOn ? { foundedOn: foundedOn.format('YYYY-MM-DD') } : {}) }
    return o
      ? ask('changeOrganisation', { params: { id: o.id }, body: { ...details, version: o.version } })
      : ask('foundOrganisation', { body: { ...details, kind, parentId: parent!.id } })
  }
  const kinds = parent ? childKinds[parent.kind].map((k) => ({ value: k, label: kindName(k) })) : []
  return (
    <FormModal<Fields, { id: string }>
      title={o ? w('更正组织信息', 'Correct organisation') : w(`在“${parent?.name}”之下新建`, `Found under ${parent?.name}`)}
      ok={o ? w('保存', 'Save') : w('新建', 'Found')}
      initial={o ? { ...o, foundedOn: o.foundedOn ? dayjs(o.foundedOn) : null } : { foundedOn: dayjs() }}
      save={save}
      onClose={onClose}
      onDone={(made) => onDone(made.id)}
    >
      {!o && (
        <Form.Item
          name="kind"
          label={w('类型', 'Kind')}
          rules={[{ required: true, message: w('请选择类型', 'Choose the kind') }]}
          extra={
            kinds.length === 0
              ? w('这类组织下面不能再设组织，请先在树上选一个上级', 'Nothing may stand beneath this kind; choose a parent in the tree first')
              : undefined
          }
        >
          <Select options={kinds} />
        </Form.Item>
      )}
      <Form.Item name="name" label={w('名称', 'Name')} rules={[{ required: true, min: 2, message: w('请填写全称', 'Give the full name') }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="uscc" label={w('统一社会信用代码（工会）', 'Credit code of the union')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="foundedOn" label={w('批准成立日期', 'Founded on')}>
        <DatePicker style={{ width: '100%' }} maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name="approvalNumber" label={w('批准文号', 'Approval number')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="workersDeclared" label={w('职工数', 'Workers')}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="womenDeclared" label={w('其中女职工', 'Of whom women')}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="phone" label={w('联系电话', 'Phone')}>
        <Input maxLength={40} />
      </Form.Item>
    </FormModal>
  )
}
