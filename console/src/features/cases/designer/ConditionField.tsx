import type { Condition, Form, Scalar } from '@gongyou/contract/forms/index.ts'
import { conditionWords } from '@gongyou/contract/forms/condition-words.ts'
import { Button, DatePicker, Input, InputNumber, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import {
  type Operator,
  type Single,
  type Subject,
  freshSingle,
  joined,
  linesOf,
  operatorOf,
  operatorWords,
  operatorsOf,
  singleOf,
  subjectsOf,
  valueOf,
} from './condition-lines.ts'
import { Prop } from './fields.tsx'

type Props = {
  name: string
  hint?: string
  form: Form
  condition: Condition | undefined
  onChange: (c: Condition | undefined) => void
  /** Whether the registry may be asked about the person. */
  withPerson?: boolean
  /** Fields it may speak of; all where none are named. */
  names?: readonly string[]
}

const ValueField = ({ subject, line, onChange }: { subject: Subject; line: Single; onChange: (v: Scalar | readonly Scalar[]) => void }) => {
  const operator = operatorOf(line)
  const value = valueOf(line)
  const name = w('值', 'Value')
  if (operator === 'filled' || operator === 'empty') return null
  if (subject.kind === 'yesno')
    return (
      <Select<string>
        aria-label={name}
        value={value === false ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: w('是', 'yes') },
          { value: 'no', label: w('否', 'no') },
        ]}
        onChange={(v) => onChange(v === 'yes')}
      />
    )
  if (subject.kind === 'options') {
    const options = subject.options.map((o) => ({ value: o.value, label: say(o.label) || o.label.zh }))
    const search = { showSearch: { optionFilterProp: 'label' } } as const
    return operator === 'in' ? (
      <Select<Scalar[]>
        mode="multiple"
        aria-label={name}
        {...search}
        value={Array.isArray(value) ? [...value] : []}
        options={options}
        onChange={onChange}
      />
    ) : (
      <Select<Scalar> aria-label={name} {...search} value={Array.isArray(value) ? '' : (value as Scalar)} options={options} onChange={onChange} />
    )
  }
  if (subject.kind === 'number' || subject.kind === 'money') {
    const cents = subject.kind === 'money' ? 100 : 1
    return (
      <InputNumber
        aria-label={name}
        value={typeof value === 'number' ? value / cents : null}
        {...(cents === 100 ? { suffix: w('元', 'yuan'), precision: 2 } : {})}
        onChange={(v) => onChange(Math.round((v ?? 0) * cents))}
      />
    )
  }
  if (subject.kind === 'date')
    return <DatePicker aria-label={name} allowClear={false} value={dayjs(String(value))} onChange={(d) => d && onChange(d.format('YYYY-MM-DD'))} />
  return <Input aria-label={name} value={String(value)} maxLength={200} onChange={(e) => onChange(e.target.value)} />
}

const ConditionLine = ({
  line,
  subjects,
  onChange,
  onDrop,
}: {
  line: Single
  subjects: readonly Subject[]
  onChange: (c: Single) => void
  onDrop: () => void
}) => {
  const subject = subjects.find((s) => s.name === line.of)
  return (
    <div className="condition-line">
      <Select<string>
        aria-label={w('看什么', 'What is looked at')}
        value={line.of}
        showSearch={{ optionFilterProp: 'label' }}
        options={subjects.map((s) => ({ value: s.name, label: say(s.label) || s.label.zh }))}
        onChange={(v) => onChange(freshSingle(subjects.find((s) => s.name === v)!))}
      />
      {subject && (
        <Select<Operator>
          aria-label={w('怎么比', 'How')}
          value={operatorOf(line)}
          options={operatorsOf(subject).map((o) => ({ value: o, label: say(operatorWords(o, subject.kind)) }))}
          onChange={(o) =>
            onChange(o === 'filled' || o === 'empty' || 'answered' in line ? singleOf(subject, o) : singleOf(subject, o, valueOf(line)))
          }
        />
      )}
      {subject && <ValueField subject={subject} line={line} onChange={(v) => onChange(singleOf(subject, operatorOf(line), v))} />}
      <Button type="text" size="small" onClick={onDrop} aria-label={w('去掉这一条', 'Remove this line')}>
        {w('去掉', 'Remove')}
      </Button>
    </div>
  )
}

/** Builds a condition line by line; one that is nested deeper is told in words and can only be taken away. */
export const ConditionField = ({ name, hint, form, condition, onChange, withPerson = false, names }: Props) => {
  const subjects = subjectsOf(form, withPerson, names)
  const flat = linesOf(condition)
  if (!flat)
    return (
      <Prop name={name} hint={w('这个条件层次较多，只能整条去掉', 'Nested too deep for this screen; it can only be removed as a whole')}>
        <span>{condition && conditionWords(form, condition, language())}</span>
        <Button size="small" onClick={() => onChange(undefined)}>
          {w('去掉条件', 'Remove the condition')}
        </Button>
      </Prop>
    )
  const { join, lines } = flat
  const set = (next: readonly Single[]) => onChange(joined(join, next))
  return (
    <Prop name={name} hint={hint}>
      {lines.length > 1 && (
        <Segmented
          size="small"
          value={join}
          options={[
            { value: 'all', label: w('同时满足', 'All of them') },
            { value: 'any', label: w('满足其一', 'Any of them') },
          ]}
          onChange={(v) => onChange(joined(v === 'any' ? 'any' : 'all', lines))}
        />
      )}
      {lines.map((line, i) => (
        <ConditionLine
          key={`${i}-${line.of}`}
          line={line}
          subjects={subjects}
          onChange={(c) => set(lines.map((x, j) => (j === i ? c : x)))}
          onDrop={() => set(lines.filter((_, j) => j !== i))}
        />
      ))}
      <div>
        <Button size="small" disabled={subjects.length === 0} onClick={() => set([...lines, freshSingle(subjects[0]!)])}>
          {lines.length === 0 ? w('加一个条件', 'Add a condition') : w('再加一条', 'Another line')}
        </Button>
      </div>
    </Prop>
  )
}
