import type { RuleRevision } from '@gongyou/contract/clocks/rule-routes.ts'
import { type LimitUnit, limitUnits, unitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { usualWarnings } from '@gongyou/contract/kit/clock/stages.ts'
import { ruleMarks } from '@gongyou/contract/clocks/rule-declaration.ts'
import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { markName } from '../../kit/clock-words.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export const warnName = (point: string) =>
  point === 'day_before'
    ? w('前一工作日', 'working day before')
    : point === 'due_day'
      ? w('当日', 'the day')
      : point === 'overdue'
        ? w('逾期', 'overdue')
        : w(`用去 ${point}`, `${point} used`)

type Fields = Pick<RuleRevision, 'unit' | 'direction' | 'roll' | 'source' | 'mark' | 'note' | 'warn' | 'because'> & {
  amount: number | null
  extension: number | null
  validFrom: Dayjs
}

const uncounted = (unit: LimitUnit) => unit === 'as_printed' || unit === 'none'

/** A new revision of a rule, from a day on and for a reason. */
export const ReviseRule = ({ last, running, onClose, onDone }: { last: RuleRevision; running: number; onClose: () => void; onDone: () => void }) => {
  const save = ({ validFrom, amount, extension, note, ...f }: Fields) =>
    ask('reviseRule', {
      params: { code: last.code },
      body: {
        ...f,
        amount: uncounted(f.unit) ? 0 : (amount ?? 0),
        extension: extension ?? null,
        note: note ?? '',
        validFrom: validFrom.format('YYYY-MM-DD'),
        after: last.revision,
        name: last.name,
        begins: last.begins,
      },
    })
  const says = w(
    `新的一版只用于生效之后起算的时限；在办的 ${running} 项仍按原来的版本走完。`,
    `The new revision holds for limits that start on its first day or later; the ${running} running ones keep their own.`,
  )
  const points = [...new Set([...usualWarnings, ...last.warn, '30%', '90%'])]
  return (
    <FormModal<Fields>
      title={w(`修订：${last.name.zh}`, `Revise: ${say(last.name)}`)}
      ok={w('发布新版', 'Publish')}
      says={says}
      initial={{ ...last, because: '', validFrom: dayjs() }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="validFrom" label={w('自哪天起', 'From')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="amount" label={w('数量', 'Amount')}>
          <InputNumber min={0} max={8800} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="unit" label={w('单位', 'Unit')}>
          <Select options={limitUnits.map((value) => ({ value, label: say(unitWords[value]).trim() }))} />
        </Form.Item>
        <Form.Item name="extension" label={w('可延长', 'Extension')}>
          <InputNumber min={1} max={3700} precision={0} placeholder={w('不可', 'None')} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="direction" label={w('方向', 'Direction')}>
          <Select
            options={[
              { value: 'after', label: w('事后起算', 'After') },
              { value: 'before', label: w('事前倒推', 'Before') },
            ]}
          />
        </Form.Item>
        <Form.Item name="roll" label={w('末日遇休假日', 'Last day on a day off')}>
          <Select
            options={[
              { value: 'working_day', label: w('顺延（民法典第203条）', 'Moves (Civil Code art. 203)') },
              { value: 'none', label: w('不顺延', 'Stays') },
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name="warn" label={w('提醒', 'Warnings')} rules={[{ required: true, message: w('至少留一个提醒', 'Keep at least one') }]}>
        <Select mode="multiple" options={points.map((value) => ({ value, label: warnName(value) }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="source"
          label={w('依据', 'Source')}
          rules={[{ required: true, min: 2, message: w('请写明依据', 'Give the source') }]}
          style={{ flex: 2 }}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="mark" label={w('性质', 'Standing')}>
          <Select options={ruleMarks.map((value) => ({ value, label: markName(value) }))} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={w('说明', 'Note')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="because" label={w('修订原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
        <Input maxLength={300} />
      </Form.Item>
    </FormModal>
  )
}
