import type { Text } from '@gongyou/contract/kit/text.ts'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { shown, written } from './say-text.ts'

export { shown, written }

type Named = { name: string; hint?: ReactNode }

/** One trait: its name above, the control, a word of help below. */
export const Prop = ({ name, hint, children }: Named & { children: ReactNode }) => (
  <div className="prop">
    <span className="prop-name">{name}</span>
    {children}
    {hint && <span className="quiet small">{hint}</span>}
  </div>
)

type LineProps = Named & { value: string; onChange: (v: string) => void; lines?: number; max?: number; placeholder?: string; focus?: boolean }
export const Line = ({ name, hint, value, onChange, lines = 1, max = 60, placeholder, focus }: LineProps) => {
  const common = { 'aria-label': name, value, maxLength: max, placeholder, ...(focus ? { autoFocus: true } : {}) }
  return (
    <Prop name={name} hint={hint}>
      {lines > 1 ? (
        <Input.TextArea {...common} autoSize={{ minRows: lines, maxRows: 12 }} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <Input {...common} onChange={(e) => onChange(e.target.value)} />
      )}
    </Prop>
  )
}

type SayProps = Omit<LineProps, 'value' | 'onChange'> & { text: Text | undefined; onChange: (t: Text) => void }
export const Say = ({ text, onChange, ...rest }: SayProps) => <Line {...rest} value={shown(text)} onChange={(v) => onChange(written(text, v))} />

/** A sentence that may be missing: emptied, it is taken away. */
export const SayMaybe = ({ text, onChange, ...rest }: Omit<SayProps, 'onChange'> & { onChange: (t: Text | undefined) => void }) => (
  <Line {...rest} value={shown(text)} onChange={(v) => onChange(v === '' ? undefined : written(text, v))} />
)

export type Choice<V> = { value: V; label: string }
type PickProps<V> = Named & { value: V | undefined; options: readonly Choice<V>[]; onChange: (v: V) => void; placeholder?: string }
export function Pick<V extends string>({ name, hint, value, options, onChange, placeholder }: PickProps<V>) {
  return (
    <Prop name={name} hint={hint}>
      <Select<V>
        aria-label={name}
        value={value ?? null}
        placeholder={placeholder}
        options={[...options]}
        onChange={onChange}
        showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      />
    </Prop>
  )
}

type MaybeProps<V> = Omit<PickProps<V>, 'onChange'> & { onChange: (v: V | undefined) => void }
/** A choice that may be left open. */
export function PickMaybe<V extends string>({ name, hint, value, options, onChange, placeholder }: MaybeProps<V>) {
  return (
    <Prop name={name} hint={hint}>
      <Select<V>
        aria-label={name}
        allowClear
        value={value ?? null}
        placeholder={placeholder}
        options={[...options]}
        onChange={(v: V | undefined) => onChange(v ?? undefined)}
        showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      />
    </Prop>
  )
}

type ManyProps<V> = Named & { values: readonly V[]; options: readonly Choice<V>[]; onChange: (v: V[]) => void; placeholder?: string }
export function PickMany<V extends string>({ name, hint, values, options, onChange, placeholder }: ManyProps<V>) {
  return (
    <Prop name={name} hint={hint}>
      <Select<V[]>
        mode="multiple"
        aria-label={name}
        value={[...values]}
        placeholder={placeholder}
        options={[...options]}
        onChange={onChange}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Prop>
  )
}

type CountProps = Named & {
  value: number | undefined
  onChange: (v: number | undefined) => void
  min?: number
  max?: number
  after?: string
  decimals?: number
}
export const Count = ({ name, hint, value, onChange, min = 0, max = 10_000, after, decimals = 0 }: CountProps) => (
  <Prop name={name} hint={hint}>
    <InputNumber
      aria-label={name}
      value={value ?? null}
      min={min}
      max={max}
      precision={decimals}
      style={{ width: '100%' }}
      {...(after ? { suffix: after } : {})}
      onChange={(v) => onChange(v ?? undefined)}
    />
  </Prop>
)

export const Tick = ({ name, hint, checked, onChange }: Named & { checked: boolean; onChange: (v: boolean) => void }) => (
  <div className="prop">
    <Checkbox checked={checked} onChange={(e) => onChange(e.target.checked)}>
      {name}
    </Checkbox>
    {hint && <span className="quiet small prop-under">{hint}</span>}
  </div>
)
