import { Form, Input, InputNumber } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import type { RoundView } from './RoundPage.tsx'

type Fields = { minutes?: number | null; seconds?: number | null; absent?: string }

/** The time on the watch, or why somebody is not there. */
export const MarkStart = ({
  round,
  start,
  onClose,
  onDone,
}: {
  round: string
  start: RoundView['starts'][number]
  onClose: () => void
  onDone: () => void
}) => (
  <FormModal<Fields>
    title={start.name}
    ok={w('保存', 'Save')}
    initial={{
      minutes: start.seconds === null ? null : Math.floor(start.seconds / 60),
      seconds: start.seconds === null ? null : start.seconds % 60,
      absent: start.absent ?? '',
    }}
    save={(f) => {
      const timed = typeof f.minutes === 'number' || typeof f.seconds === 'number'
      return ask('markStart', {
        params: { id: round },
        body: {
          entrant: start.entrant,
          seconds: timed ? (f.minutes ?? 0) * 60 + (f.seconds ?? 0) : null,
          absent: f.absent?.trim() ? f.absent.trim() : null,
        },
      })
    }}
    onClose={onClose}
    onDone={onDone}
  >
    <div className="contest-pair">
      <Form.Item name="minutes" label={w('用时：分', 'Minutes')}>
        <InputNumber min={0} max={14_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="seconds" label={w('秒', 'Seconds')}>
        <InputNumber min={0} max={59} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </div>
    <Form.Item name="absent" label={w('缺席原因（没有缺席不填）', 'Absent because (empty: present)')}>
      <Input maxLength={100} placeholder={w('例：因病弃权', 'e.g. ill')} />
    </Form.Item>
  </FormModal>
)
