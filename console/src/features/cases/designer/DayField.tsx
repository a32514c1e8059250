import type { DayBound } from '@gongyou/contract/forms/index.ts'
import { DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { w } from '../../../kit/text.ts'
import { Prop } from './fields.tsx'

type How = 'none' | 'today' | 'before' | 'after' | 'day'
const howOf = (b: DayBound | undefined): How => {
  if (b === undefined) return 'none'
  if (typeof b === 'string') return 'day'
  return b.daysFromToday === 0 ? 'today' : b.daysFromToday < 0 ? 'before' : 'after'
}
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** A bound of a date: none, the day of filling in, so many days from it, or a fixed day. */
export const DayField = ({ name, bound, onChange }: { name: string; bound: DayBound | undefined; onChange: (b: DayBound | undefined) => void }) => {
  const how = howOf(bound)
  const days = typeof bound === 'object' ? Math.abs(bound.daysFromToday) : 1
  const choose = (to: How) =>
    onChange(to === 'none' ? undefined : to === 'day' ? today() : { daysFromToday: to === 'today' ? 0 : to === 'before' ? -30 : 30 })
  return (
    <Prop name={name}>
      <div className="day-bound">
        <Select<How>
          aria-label={name}
          value={how}
          onChange={choose}
          options={[
            { value: 'none', label: w('不限', 'Any') },
            { value: 'today', label: w('填写当天', 'The day of filling in') },
            { value: 'before', label: w('填写前若干天', 'Days before it') },
            { value: 'after', label: w('填写后若干天', 'Days after it') },
            { value: 'day', label: w('固定日期', 'A fixed day') },
          ]}
        />
        {(how === 'before' || how === 'after') && (
          <InputNumber
            aria-label={w('天数', 'Days')}
            min={1}
            max={40_000}
            value={days}
            suffix={w('天', 'days')}
            onChange={(v) => onChange({ daysFromToday: (how === 'before' ? -1 : 1) * (v ?? 1) })}
          />
        )}
        {how === 'day' && typeof bound === 'string' && (
          <DatePicker aria-label={w('日期', 'Day')} allowClear={false} value={dayjs(bound)} onChange={(d) => d && onChange(d.format('YYYY-MM-DD'))} />
        )}
      </div>
    </Prop>
  )
}
