import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

type Props = { sheet: ReturnSheet; what: 'recall' | 'send-back'; onClose: () => void; onDone: (next: ReturnSheet, says: string) => void }

/** A sheet goes back, with the reason that the other side reads. */
export const SayWhy = ({ sheet, what, onClose, onDone }: Props) => {
  const call = (because: string) => ({ params: { id: sheet.id }, body: { version: sheet.version, because } })
  return (
    <FormModal<{ because: string }, ReturnSheet>
      title={what === 'recall' ? w('撤回更正', 'Take back to correct') : w('退回重报', 'Send back')}
      ok={what === 'recall' ? w('撤回', 'Take back') : w('退回', 'Send back')}
      says={
        what === 'recall'
          ? [
              w('撤回后期限继续计算，更正后请重新上报。', 'The time limit goes on; hand it in again when it is corrected.'),
              sheet.reported &&
                w(
                  `本期已于 ${sheet.reported.on} 报送${sheet.reported.to}，改动要由区里另行更正。`,
                  ` The period was handed up on ${sheet.reported.on}; the district will have to correct it there.`,
                ),
            ]
              .filter(Boolean)
              .join('')
          : w('填报人会收到原因，并有 3 个工作日重报。', 'Whoever filled it in reads the reason and has three working days.')
      }
      save={(f) => (what === 'recall' ? ask('recallReturn', call(f.because)) : ask('sendReturnBack', call(f.because)))}
      onClose={onClose}
      onDone={(next) => onDone(next, what === 'recall' ? w('已撤回', 'Taken back') : w('已退回', 'Sent back'))}
    >
      <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormModal>
  )
}
