import { type Unit, units } from '@gongyou/contract/kit/units.ts'
import { useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type Fields = {
  wording: string
  number: string
  unit: Unit
  topic: string
  part?: string
  from?: Dayjs
  to: Dayjs
  scope?: string
  definition?: string
  document: string
  publishedOn: Dayjs
}
const day = (d: Dayjs) => d.format('YYYY-MM-DD')
const needed = [{ required: true, message: w('请填写', 'Please fill this in') }]

/** A number printed before the system, kept as it was printed. */
export const DeclareClaim = ({ onClose }: { onClose: () => void }) => {
  const queries = useQueryClient()
  return (
    <FormModal<Fields>
      title={w('登记历史数字', 'Enter a number from before')}
      ok={w('登记', 'Enter')}
      says={w(
        '系统建成以前的数字只有合计：照原文登记并注明出处，五年报告就能从它算起。',
        'From before the system there are only totals: enter them as printed, with their source.',
      )}
      save={(f) =>
        ask('declareClaim', {
          body: {
            wording: f.wording,
            number: f.number,
            unit: f.unit,
            topic: f.topic,
            ...(f.part ? { part: f.part } : {}),
            from: f.from ? day(f.from) : null,
            to: day(f.to),
            scope: f.scope ?? '',
            definition: f.definition ?? '',
            document: f.document,
            publishedOn: day(f.publishedOn),
          },
        })
      }
      onClose={onClose}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['listClaims'] })
        onClose()
      }}
    >
      <Form.Item name="wording" label={w('原文', 'As printed')} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="number" label={w('其中的数字（连同“近”“余”）', 'The number in it, with its rounding')} rules={needed}>
        <Input maxLength={30} placeholder="4300余" />
      </Form.Item>
      <Form.Item name="unit" label={w('单位', 'Unit')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={Object.entries(units).map(([value, u]) => ({ value, label: u[language()] }))} />
      </Form.Item>
      <Form.Item name="topic" label={w('说的是什么（同一件事用同一个词）', 'What it is about (one word for one thing)')} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="part" label={w('其中的哪一部分（可空）', 'Which part of it (optional)')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="from" label={w('时段从（空着：截至某日的总数）', 'Period from (empty: as of a day)')}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="to" label={w('时段至 / 截至', 'Until / as of')} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="scope" label={w('范围', 'Scope')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="definition" label={w('口径说明', 'Definition')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="document" label={w('出处', 'Source')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="publishedOn" label={w('刊发日期', 'Published on')} rules={needed}>
        <DatePicker />
      </Form.Item>
    </FormModal>
  )
}
