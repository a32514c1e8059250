import { limitWords, unitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { dayWords } from '@gongyou/contract/kit/clock/words.ts'
import { weekdayWords } from '@gongyou/contract/kit/clock/runs.ts'
import type { CallOf } from '@gongyou/contract/kit/route.ts'
import type { tryDate } from '@gongyou/contract/clocks/why.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { DayLines } from '../../kit/DayLines.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Query = NonNullable<CallOf<typeof tryDate>['query']>
type Fields = {
  rule: string
  start: Dayjs
  time?: string
  amount?: number
  unit: NonNullable<Query['unit']>
  direction: 'after' | 'before'
  paused?: [Dayjs, Dayjs] | null
  extended?: number | null
}
const own = 'own'
const units = ['working_days', 'calendar_days', 'hours', 'months', 'years'] as const
const day = (d: Dayjs) => d.format('YYYY-MM-DD')

const queryOf = (f: Fields): Query => ({
  start: day(f.start),
  ...(f.rule === own ? { amount: f.amount ?? 1, unit: f.unit, direction: f.direction } : { rule: f.rule }),
  ...(f.time ? { time: f.time } : {}),
  ...(f.extended ? { extended: f.extended } : {}),
  ...(f.paused ? { pausedFrom: day(f.paused[0]), pausedUntil: day(f.paused[1]) } : {}),
})

const Result = ({ query }: { query: Query }) => {
  const asked = useQuery(asking('tryDate', { query }))
  if (asked.isError) return <Failure error={asked.error} />
  const r = asked.data
  if (!r) return null
  const date = r.at ? instant(r.at) : `${say(dayWords(r.on, '0'))} ${say(weekdayWords(r.on))}`
  return (
    <Sheet
      title={r.limit.direction === 'before' ? w('最迟不晚于', 'No later than') : w('到期日', 'Due')}
      head={
        <Button className="no-print" size="small" onClick={() => print()}>
          {w('打印', 'Print')}
        </Button>
      }
    >
      <p className="try-date">{date}</p>
      <p className="quiet">
        {query.start} · {say(limitWords(r.limit))}
        {r.revision !== null && w(`，规则第 ${r.revision} 版`, `, revision ${r.revision} of the rule`)}
      </p>
      {r.uncertain.length > 0 && (
        <Alert
          className="clock-alert"
          type="warning"
          showIcon
          title={w(
            `${r.uncertain.join('、')} 年的节假日还没有录入，这一段只按周末计算`,
            `The holidays of ${r.uncertain.join(', ')} are missing; that stretch is counted by weekends only`,
          )}
        />
      )}
      {r.lines.length > 1 && <DayLines key={`${query.start}${query.rule}${r.lines.length}`} lines={r.lines} />}
    </Sheet>
  )
}

/** A calculator: from when, which limit, until when, and why. Nothing is recorded. */
export const TryTab = () => {
  const rules = useQuery(asking('listRules', {}))
  const [form] = Form.useForm<Fields>()
  const rule = Form.useWatch('rule', form) ?? 'mediation_15d'
  const [query, setQuery] = useState<Query>({ start: day(dayjs()), rule: 'mediation_15d' })
  const countable = (rules.data?.rows ?? []).filter((r) => r.unit !== 'none' && r.unit !== 'as_printed')
  const chosen = countable.find((r) => r.code === rule)
  const byHour = rule === own ? Form.useWatch('unit', form) === 'hours' : chosen?.unit === 'hours'
  return (
    <div className="try">
      <Sheet title={w('条件', 'Terms')}>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ rule: 'mediation_15d', start: dayjs(), unit: 'working_days', direction: 'after', amount: 5 }}
          onValuesChange={(_, f) => f.start && setQuery(queryOf(f))}
        >
          <Form.Item name="rule" label={w('时限', 'Limit')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: own, label: w('自定天数', 'A limit of my own') },
                ...countable.map((r) => ({ value: r.code, label: `${say(r.name)} · ${say(limitWords(r))}` })),
              ]}
            />
          </Form.Item>
          {chosen && <p className="quiet small">{chosen.source}</p>}
          {rule === own && (
            <div className="form-row">
              <Form.Item name="amount" label={w('数量', 'Amount')}>
                <InputNumber min={1} max={1000} precision={0} style={{ width: '100%' }} />
              </Form.Item>
              <Form.Item name="unit" label={w('单位', 'Unit')}>
                <Select options={units.map((value) => ({ value, label: say(unitWords[value]).trim() }))} />
              </Form.Item>
              <Form.Item name="direction" label={w('方向', 'Direction')}>
                <Select
                  options={[
                    { value: 'after', label: w('事后', 'After') },
                    { value: 'before', label: w('事前', 'Before') },
                  ]}
                />
              </Form.Item>
            </div>
          )}
          <div className="form-row">
            <Form.Item name="start" label={chosen ? say(chosen.begins) : w('起算日', 'From')}>
              <DatePicker allowClear={false} style={{ width: '100%' }} />
            </Form.Item>
            {byHour && (
              <Form.Item name="time" label={w('时刻', 'Hour')}>
                <Input type="time" />
              </Form.Item>
            )}
          </div>
          <Form.Item name="paused" label={w('中止（起，恢复日）', 'Paused (from, resumed on)')}>
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="extended" label={w('延长', 'Extended by')}>
            <InputNumber min={0} max={400} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </Form>
      </Sheet>
      <div aria-live="polite">
        <Result query={query} />
      </div>
    </div>
  )
}
