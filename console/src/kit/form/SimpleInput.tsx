import type { SimpleKind } from '@gongyou/contract/forms/index.ts'
import { dayOfBound } from '@gongyou/contract/forms/read-simple.ts'
import { DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { numberOf, textOf } from './given.ts'
import { today } from './today.ts'

export type Control = {
  id: string
  value: unknown
  onChange: (value: unknown) => void
  /** Says which fault, hint or origin belongs to the control. */
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean
  /** Where no label stands above it: in the cells of a table. */
  'aria-label'?: string
}

const keyboards = {
  phone: 'tel',
  'id-number': 'text',
  uscc: 'text',
  'bank-card': 'numeric',
  email: 'email',
  'person-name': 'text',
  'time-of-day': 'text',
} as const
const fitting = {
  phone: 'tel',
  email: 'email',
  'person-name': 'name',
  'id-number': 'off',
  uscc: 'off',
  'bank-card': 'off',
  'time-of-day': 'off',
} as const

const TextInput = ({ field, value, onChange, ...rest }: Control & { field: Extract<SimpleKind, { kind: 'text' }> }) => {
  const status = rest['aria-invalid'] ? { status: 'error' as const } : {}
  if ((field.lines ?? 1) > 1)
    return (
      <Input.TextArea
        {...rest}
        {...status}
        value={textOf(value)}
        onChange={(e) => onChange(e.target.value)}
        autoSize={{ minRows: field.lines ?? 2, maxRows: 20 }}
        showCount={field.max !== undefined}
        {...(field.max ? { maxLength: field.max } : {})}
      />
    )
  return (
    <Input
      {...rest}
      {...status}
      value={textOf(value)}
      onChange={(e) => onChange(e.target.value)}
      inputMode={field.form ? keyboards[field.form] : 'text'}
      autoComplete={field.form ? fitting[field.form] : 'off'}
      maxLength={field.max ?? 200}
    />
  )
}

const bounds = (field: Extract<SimpleKind, { kind: 'date' }>) => ({
  ...(field.notBefore ? { minDate: dayjs(dayOfBound(field.notBefore, today())) } : {}),
  ...(field.notAfter ? { maxDate: dayjs(dayOfBound(field.notAfter, today())) } : {}),
})

/** One plain value: also a cell of a table, where options are always a short list to open. */
export const SimpleInput = ({ field, cell = false, ...control }: Control & { field: SimpleKind; cell?: boolean }) => {
  const { value, onChange, ...rest } = control
  const status = rest['aria-invalid'] ? { status: 'error' as const } : {}
  switch (field.kind) {
    case 'text':
      return <TextInput field={cell ? { ...field, lines: 1 } : field} {...control} />
    case 'number':
      return (
        <InputNumber
          {...rest}
          {...status}
          style={{ width: cell ? '100%' : 200 }}
          controls={false}
          value={numberOf(value)}
          onChange={(v) => onChange(v ?? undefined)}
          suffix={field.unit ? say(field.unit) : null}
        />
      )
    case 'money': {
      const cents = numberOf(value)
      return (
        <InputNumber
          {...rest}
          {...status}
          style={{ width: cell ? '100%' : 200 }}
          controls={false}
          precision={2}
          value={cents === null ? null : cents / 100}
          onChange={(v) => onChange(v === null ? undefined : Math.round(v * 100))}
          suffix={w('元', 'yuan')}
        />
      )
    }
    case 'date':
      return (
        <DatePicker
          {...rest}
          {...status}
          {...bounds(field)}
          style={{ width: cell ? '100%' : 200 }}
          value={/^\d{4}-\d\d-\d\d$/.test(textOf(value)) ? dayjs(textOf(value)) : null}
          onChange={(v) => onChange(v ? dayjs(v).format('YYYY-MM-DD') : undefined)}
        />
      )
    case 'choice':
      if (cell || field.options.length > 5)
        return (
          <Select
            {...rest}
            {...status}
            style={{ width: '100%', maxWidth: cell ? undefined : 360 }}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={w('请选择', 'Choose')}
            value={textOf(value) || null}
            onChange={(v) => onChange(v ?? undefined)}
            options={field.options.map((o) => ({ value: o.code, label: say(o.label) }))}
          />
        )
      return (
        <Radio.Group
          {...rest}
          name={rest.id}
          value={textOf(value) || null}
          onChange={(e) => onChange(e.target.value)}
          options={field.options.map((o) => ({ value: o.code, label: say(o.label) }))}
        />
      )
  }
}
