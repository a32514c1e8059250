import type { Paper } from '@gongyou/contract/papers/shapes.ts'
import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

/** Withdraws a paper, with the reason that will stand in the register. */
export const WithdrawPaper = ({ paper, onClose, onDone }: { paper: Paper; onClose: () => void; onDone: () => void }) => (
  <FormModal<{ because: string }>
    title={w(`作废 ${paper.number}？`, `Withdraw ${paper.number}?`)}
    ok={w('作废', 'Withdraw')}
    danger
    says={w('公文和文号留在登记簿里，文号不再使用。', 'Paper and number stay in the register; the number is not used again.')}
    save={({ because }) => ask('withdrawPaper', { params: { id: paper.id }, body: { version: paper.version, because } })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="because" label={w('作废原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明作废原因', 'Give the reason') }]}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
    </Form.Item>
  </FormModal>
)
