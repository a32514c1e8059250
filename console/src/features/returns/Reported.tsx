import type { ReturnRound } from '@gongyou/contract/returns/routes.ts'
import { Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

type Props = { round: ReturnRound; onDone: () => void }

/** The district marks a period as handed up, or takes the mark off again. */
export const Reported = ({ round: r, onDone }: Props) => {
  const [open, setOpen] = useState<'mark' | 'off'>()
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    onDone()
  }
  const missing = r.obliged - r.handedIn
  return (
    <>
      {r.reported ? (
        <Button onClick={() => setOpen('off')}>{w('取消上报标记', 'Take the mark off')}</Button>
      ) : (
        <Button onClick={() => setOpen('mark')}>{w('标记已上报', 'Mark as handed up')}</Button>
      )}
      {open === 'mark' && (
        <FormModal<{ on: Dayjs; to: string }, ReturnRound>
          title={w('标记已向上级报送', 'Mark as handed up')}
          ok={w('标记', 'Mark')}
          says={
            missing > 0
              ? w(`还有 ${missing} 家单位未报，合计里没有它们。`, `${missing} units are missing and stand in no total.`)
              : w('以后有单位撤回或重报，这里会显示。', 'Sheets that move afterwards are shown here.')
          }
          initial={{ on: dayjs(), to: w('市总工会', 'the city federation') }}
          save={(f) => ask('markRoundReported', { params: { id: r.id }, body: { on: f.on.format('YYYY-MM-DD'), to: f.to } })}
          onClose={close}
          onDone={done}
        >
          <Form.Item name="on" label={w('报送日期', 'On')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <DatePicker allowClear={false} minDate={dayjs(r.to).add(1, 'day')} maxDate={dayjs()} />
          </Form.Item>
          <Form.Item name="to" label={w('报给谁', 'To whom')} rules={[{ required: true, min: 2, message: w('请填写', 'Please fill in') }]}>
            <Input maxLength={60} />
          </Form.Item>
        </FormModal>
      )}
      {open === 'off' && (
        <FormModal<{ because: string }, ReturnRound>
          title={w('取消上报标记', 'Take the mark off')}
          ok={w('取消标记', 'Take off')}
          says={w('标记和取消都留有记录。', 'Both the mark and its taking off are recorded.')}
          save={(f) => ask('markRoundReported', { params: { id: r.id }, body: { on: null, because: f.because } })}
          onClose={close}
          onDone={done}
        >
          <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
