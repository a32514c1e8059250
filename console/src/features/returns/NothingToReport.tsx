import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import type { SheetFilling } from './use-filling.ts'

type Props = { sheet: ReturnSheet; filling: SheetFilling; onClose: () => void; onDone: (next: ReturnSheet) => void }

/** The records say that something happened: whoever still has nothing to report sees the numbers and says why. */
export const NothingToReport = ({ sheet, filling, onClose, onDone }: Props) => (
  <FormModal<{ because: string }, ReturnSheet>
    title={w('系统里本期有记录，仍要零报？', 'There are records; still nothing to report?')}
    ok={w('零报', 'Nothing to report')}
    danger
    says={w('台账里有下面这些记录，零报后会一直显示与系统数不同。', 'The records say the following; the difference stays to be seen.')}
    save={(f) => ask('handInReturn', { params: { id: sheet.id }, body: filling.nilBody(f.because.trim()) })}
    onClose={onClose}
    onDone={onDone}
  >
    <ul className="return-recorded">
      {filling.recorded.map((l) => (
        <li key={l.code}>
          <span>
            {l.number} {say(l.label)}
          </span>
          <b>
            {(l.counted ?? 0).toLocaleString()} {say(l.unitName)}
          </b>
        </li>
      ))}
    </ul>
    <Form.Item
      name="because"
      label={w('为什么零报', 'Why there is nothing to report')}
      rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}
    >
      <Input.TextArea rows={2} maxLength={300} />
    </Form.Item>
  </FormModal>
)
