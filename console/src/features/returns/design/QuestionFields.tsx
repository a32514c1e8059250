import type { Field } from '@gongyou/contract/forms/index.ts'
import { type QuestionLine, type ReturnLine, isQuestion } from '@gongyou/contract/returns/form.ts'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { w } from '../../../kit/text.ts'
import { optionsFrom } from '../../registers/draft.ts'
import { asksAs, put } from './draft.ts'
import { Line } from './LineFields.tsx'

type Props = {
  line: QuestionLine
  onLine: (next: QuestionLine) => void
  faultAt: (path: string) => string | undefined
  /** The other lines, by which a number can be bound. */
  others: readonly { line: ReturnLine; name: string }[]
}

const Options = ({ asks, onAsks }: { asks: Extract<Field, { kind: 'choice' }>; onAsks: (next: Field) => void }) => {
  const [typed, setTyped] = useState(asks.options.map((o) => o.label.zh).join('、'))
  return (
    <Input
      aria-label={w('选项', 'Options')}
      value={typed}
      placeholder={w('选项用顿号隔开', 'Options, separated by commas')}
      onChange={(e) => setTyped(e.target.value)}
      onBlur={() => onAsks({ ...asks, options: optionsFrom(typed, asks.options) })}
    />
  )
}

const NumberFields = ({ line, asks, onLine, others, faultAt }: Props & { asks: Extract<Field, { kind: 'number' }> }) => {
  const options = others
    .filter(({ line: other }) => !isQuestion(other) || other.asks.kind === 'number')
    .map(({ line: other, name }) => ({ value: other.code, label: `${other.number} ${name}` }))
  const bound = (side: 'notMoreThan' | 'notLessThan', label: string) => (
    <Line label={label} fault={faultAt(side)}>
      <Select
        allowClear
        aria-label={label}
        placeholder={w('不核对', 'Not checked')}
        value={line[side] ?? null}
        options={options}
        onChange={(code?: string) => onLine(put(line, { [side]: code }))}
      />
    </Line>
  )
  const ask = (next: { [K in keyof typeof asks]?: (typeof asks)[K] | undefined | null | '' }) =>
    onLine({ ...line, asks: put<Field>(asks, next as object) })
  return (
    <>
      <Line label={w('单位', 'Unit')}>
        <Input
          aria-label={w('单位', 'Unit')}
          maxLength={12}
          placeholder={w('如 户、人次、万元', 'such as households')}
          value={asks.unit?.zh ?? ''}
          onChange={(e) => ask({ unit: e.target.value ? { zh: e.target.value, en: '' } : undefined })}
        />
      </Line>
      <Line label={w('小数位数', 'Decimals')}>
        <InputNumber
          aria-label={w('小数位数', 'Decimals')}
          min={0}
          max={4}
          precision={0}
          value={asks.decimals ?? 0}
          onChange={(v) => ask({ decimals: v ? v : undefined })}
        />
      </Line>
      {bound('notMoreThan', w('不大于', 'Not more than'))}
      {bound('notLessThan', w('不小于', 'Not less than'))}
    </>
  )
}

/** A line that is asked: nothing is recorded of it, so the unit answers. */
export const QuestionFields = (props: Props) => {
  const { line, onLine, faultAt } = props
  const { asks } = line
  const mark = (name: 'always' | 'apart', label: string) => (
    <Checkbox checked={line[name] ?? false} onChange={(e) => onLine(put(line, { [name]: e.target.checked || undefined }))}>
      {label}
    </Checkbox>
  )
  const general = faultAt('asks')
  return (
    <>
      <Line label={w('问什么', 'What is asked')} fault={general}>
        <Input
          aria-label={w('问什么', 'What is asked')}
          maxLength={60}
          status={general ? 'error' : ''}
          value={asks.label.zh}
          onChange={(e) => onLine({ ...line, asks: { ...asks, label: { ...asks.label, zh: e.target.value } } })}
        />
      </Line>
      <Line label={w('怎么答', 'How it is answered')}>
        <Select
          aria-label={w('怎么答', 'How it is answered')}
          value={asks.kind as 'number' | 'choice' | 'text'}
          options={[
            { value: 'number', label: w('数字', 'A number') },
            { value: 'choice', label: w('单选', 'One of several') },
            { value: 'text', label: w('文字', 'Words') },
          ]}
          onChange={(kind) => onLine(asksAs(line, kind))}
        />
      </Line>
      {asks.kind === 'number' && <NumberFields {...props} asks={asks} />}
      {asks.kind === 'choice' && (
        <Line label={w('选项', 'Options')}>
          <Options key={line.code} asks={asks} onAsks={(next) => onLine({ ...line, asks: next })} />
        </Line>
      )}
      {asks.kind === 'text' && (
        <Line label={w('最多字数', 'Most characters')}>
          <InputNumber
            aria-label={w('最多字数', 'Most characters')}
            min={1}
            max={2000}
            value={asks.max ?? 200}
            onChange={(v) => onLine({ ...line, asks: { ...asks, max: v ?? 200 } })}
          />
        </Line>
      )}
      <Line label={w('填写提示', 'Hint')}>
        <Input
          aria-label={w('填写提示', 'Hint')}
          maxLength={200}
          value={asks.hint?.zh ?? ''}
          onChange={(e) => onLine({ ...line, asks: put<Field>(asks, { hint: e.target.value ? { zh: e.target.value, en: '' } : undefined }) })}
        />
      </Line>
      <div className="design-marks">
        <Checkbox
          checked={!asks.optional}
          onChange={(e) => onLine({ ...line, asks: put<Field>(asks, { optional: e.target.checked ? undefined : true }) })}
        >
          {w('必填', 'Needed')}
        </Checkbox>
        {mark('always', w('零报也要填', 'Asked even where there is nothing to report'))}
        {asks.kind === 'number' && mark('apart', w('各单位不能相加（比率、平均数）', 'Not added up over units (rates, averages)'))}
      </div>
    </>
  )
}
