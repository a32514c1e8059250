import { Form, InputNumber } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

/** Blind numbers and, where the round is judged, its judges. */
export const Draw = ({ id, judged, onClose, onDone }: { id: string; judged: boolean; onClose: () => void; onDone: () => void }) => (
  <FormModal<{ judges?: number }>
    title={w('抽签', 'Draw')}
    ok={w('抽签', 'Draw')}
    says={w(
      '按事先公布摘要的种子抽取编号。抽签后名单不再变动。',
      'Numbers are drawn by the seed whose hash was published. The list stands afterwards.',
    )}
    initial={{ judges: 3 }}
    save={(f) => ask('drawRound', { params: { id }, body: { judges: judged ? (f.judges ?? 0) : 0 } })}
    onClose={onClose}
    onDone={onDone}
  >
    {judged && (
      <Form.Item name="judges" label={w('抽取评委人数（自动回避参赛者所在单位）', 'Judges to draw; those of an entrant’s unit are left out')}>
        <InputNumber min={1} max={50} precision={0} />
      </Form.Item>
    )}
  </FormModal>
)
