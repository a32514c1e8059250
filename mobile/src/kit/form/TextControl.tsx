import type { TextForm } from '@gongyou/contract/forms/index.ts'
import { type InputHTMLAttributes, useId } from 'react'
import { Button } from '../Button.tsx'
import { Below, Field } from '../Field.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { labelOf } from './Frame.tsx'

type Keys = InputHTMLAttributes<HTMLInputElement>
/** The keyboard that fits, and what the phone may fill in by itself. */
const keys: Record<TextForm, Keys> = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national', maxLength: 20 },
  'id-number': { inputMode: 'numeric', autoComplete: 'off', autoCapitalize: 'characters', maxLength: 22, spellCheck: false },
  uscc: { autoCapitalize: 'characters', autoComplete: 'off', maxLength: 24, spellCheck: false },
  'bank-card': { inputMode: 'numeric', autoComplete: 'off', maxLength: 30 },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email', autoCapitalize: 'off' },
  'person-name': { autoComplete: 'off', maxLength: 60 },
  'time-of-day': { type: 'time', autoComplete: 'off' },
}

export const TextControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'text'>>) => {
  const id = useId()
  const text = typeof value === 'string' ? value : ''
  const hint = field.hint ? say(field.hint) : undefined
  if ((field.lines ?? 1) > 1)
    return (
      <div className="field">
        <label htmlFor={id}>{labelOf(field)}</label>
        <textarea
          id={id}
          name={name}
          rows={field.lines}
          value={text}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}d`}
          onChange={(e) => change(e.target.value || undefined)}
          onBlur={left}
        />
        <Below id={`${id}d`} wrong={wrong} hint={[hint, field.max && text ? `${[...text].length}/${field.max}` : ''].filter(Boolean).join(' · ')} />
      </div>
    )
  return (
    <Field
      label={labelOf(field)}
      name={name}
      autoComplete="off"
      {...(field.form ? keys[field.form] : {})}
      enterKeyHint="next"
      value={text}
      wrong={wrong}
      hint={hint}
      onChange={(e) => change(e.target.value || undefined)}
      onBlur={left}
      // The digit keyboard of a phone has no X, and one card in eleven ends in X.
      beside={
        field.form === 'id-number' && text.length === 17 ? <Button onClick={() => change(`${text}X`)}>{w('末位是 X', 'Ends in X')}</Button> : null
      }
    />
  )
}
