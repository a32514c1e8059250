import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

/** A certificate is taken back with a reason that everybody who verifies it may read. */
export const WithdrawCertificate = ({
  code,
  name,
  says = w(
    '撤销后扫码核验会显示“已撤销”和原因，本人会收到通知。证书编号不再使用。',
    'Whoever verifies it reads that it was withdrawn, and why; the holder is told. The number is not used again.',
  ),
  onClose,
  onDone,
}: {
  code: string
  name: string
  /** What follows from it, where more does. */
  says?: string
  onClose: () => void
  onDone: () => void
}) => (
  <FormModal<{ because: string }>
    title={w(`撤销证书 · ${name}`, `Withdraw the certificate · ${name}`)}
    ok={w('撤销证书', 'Withdraw')}
    danger
    says={says}
    save={(f) => ask('withdrawCertificate', { params: { code }, body: { because: f.because } })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item
      name="because"
      label={w('原因（核验的人会看到）', 'Reason (whoever verifies it reads this)')}
      rules={[{ required: true, min: 4, message: w('请写明原因', 'Give a reason') }]}
    >
      <Input.TextArea rows={2} maxLength={200} />
    </Form.Item>
  </FormModal>
)
