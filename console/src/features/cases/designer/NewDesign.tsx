import { Form, Input, Radio } from 'antd'
import { ask } from '../../../kit/api.ts'
import { FormModal } from '../../../kit/FormModal.tsx'
import { w } from '../../../kit/text.ts'

type Fields = { title: string; pattern: 'blank' | 'one-step' | 'two-steps' }

const patterns = () => [
  { value: 'one-step', name: w('受理—办结', 'Handle and finish'), says: w('一个岗位办完，如发放慰问品、借用场地', 'One post does it all') },
  {
    value: 'two-steps',
    name: w('初审—审批', 'Check and decide'),
    says: w('服务站初审，区总工会审批，如补助、评选', 'The station checks, the district decides'),
  },
  { value: 'blank', name: w('空白', 'Blank'), says: w('状态和步骤都自己画', 'Draw every state and step yourself') },
]

/** A title and a pattern to begin from. */
export const NewDesign = ({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) => (
  <FormModal<Fields, { id: string }>
    title={w('新建事项', 'New service')}
    ok={w('开始设计', 'Begin')}
    says={w('先起个名字，选一个最像的办理过程，之后都能改。', 'A title and the pattern that comes closest; all of it can be changed later.')}
    initial={{ pattern: 'one-step' }}
    save={(body) => ask('createDesign', { body })}
    onClose={onClose}
    onDone={(d) => onDone(d.id)}
  >
    <Form.Item
      name="title"
      label={w('事项名称', 'Title')}
      rules={[{ required: true, min: 2, message: w('请填写至少两个字', 'Two characters at least') }]}
    >
      <Input autoFocus maxLength={40} placeholder={w('如：生日慰问', 'e.g. birthday gift')} />
    </Form.Item>
    <Form.Item name="pattern" label={w('办理过程', 'How it goes')}>
      <Radio.Group className="patterns">
        {patterns().map((p) => (
          <Radio key={p.value} value={p.value}>
            {p.name}
            <span className="quiet small">{p.says}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  </FormModal>
)
