import { useState } from 'react'
import { Field } from '../Field.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { labelOf } from './Frame.tsx'

const tidied = (typed: string) =>
  typed
    .replace(/[０-９．，－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,\s]/g, '')
    .replace('。', '.')

/** The number typed; the text itself where it is none, so that the check can say so. */
const numberOf = (typed: string, cents: boolean): number | string | undefined => {
  const text = tidied(typed)
  if (text === '') return undefined
  if (!/^-?\d+(\.\d*)?$/.test(text)) return text
  // Money is whole cents: three decimals are no money.
  if (!cents) return Number(text)
  return /^-?\d+(\.\d{0,2})?$/.test(text) ? Math.round(Number(text) * 100) : text
}

const typedOf = (value: unknown, cents: boolean) =>
  typeof value === 'number' ? String(cents ? value / 100 : value) : typeof value === 'string' ? value : ''

/** A number or an amount; what was typed stays as it was typed. */
export const NumberControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'number'> | Of<'money'>>) => {
  const cents = field.kind === 'money'
  const [typed, type] = useState(() => typedOf(value, cents))
  const unit = cents ? w('元', 'yuan') : field.unit ? say(field.unit) : null
  const decimals = cents || (field.kind === 'number' && (field.decimals ?? 0) > 0)
  return (
    <Field
      label={labelOf(field)}
      name={name}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={18}
      enterKeyHint="next"
      value={typed}
      wrong={wrong}
      hint={field.hint ? say(field.hint) : undefined}
      onChange={(e) => {
        type(e.target.value)
        change(numberOf(e.target.value, cents))
      }}
      onBlur={left}
      beside={unit ? <span className="unit">{unit}</span> : null}
    />
  )
}
