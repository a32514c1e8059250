import type { Option } from '@gongyou/contract/forms/index.ts'
import { useId } from 'react'
import { Below } from '../Field.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group, labelOf } from './Frame.tsx'

const manyOptions = 8

type Given = {
  kind: 'radio' | 'checkbox'
  name: string
  options: readonly Option[]
  chosen: readonly string[]
  choose: (code: string) => void
  wrong: boolean
}

/** Choices as big as a thumb; long ones one below the other. */
const Picks = ({ kind, name, options, chosen, choose, wrong }: Given) => (
  <div className={options.some((o) => say(o.label).length > 9) ? 'picks long' : 'picks'}>
    {options.map((o) => (
      <label key={o.code} className="pick">
        <input
          type={kind}
          className="unseen"
          name={name}
          value={o.code}
          checked={chosen.includes(o.code)}
          aria-invalid={wrong || undefined}
          onChange={() => choose(o.code)}
        />
        <span>{say(o.label)}</span>
      </label>
    ))}
  </div>
)

/** One of few in sight; one of many in the phone's own picker. */
export const ChoiceControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'choice'>>) => {
  const id = useId()
  if (field.options.length <= manyOptions)
    return (
      <Group id={id} field={field} wrong={wrong}>
        <Picks kind="radio" name={`${name}${id}`} options={field.options} chosen={[String(value)]} choose={change} wrong={Boolean(wrong)} />
        {field.optional && value !== undefined ? (
          <button type="button" className="link" onClick={() => change(undefined)}>
            {w('不选', 'None of them')}
          </button>
        ) : null}
      </Group>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{labelOf(field)}</label>
      <select
        id={id}
        name={name}
        value={typeof value === 'string' ? value : ''}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}d`}
        onChange={(e) => change(e.target.value || undefined)}
        onBlur={left}
      >
        <option value="">{w('请选择', 'Please choose')}</option>
        {field.options.map((o) => (
          <option key={o.code} value={o.code}>
            {say(o.label)}
          </option>
        ))}
      </select>
      <Below id={`${id}d`} wrong={wrong} hint={field.hint ? say(field.hint) : undefined} />
    </div>
  )
}

export const ManyControl = ({ name, field, value, change, wrong }: ControlGiven<Of<'many'>>) => {
  const id = useId()
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const choose = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code]
    change(next.length > 0 ? next : undefined)
  }
  const hint = field.hint ?? {
    zh: field.max ? `可多选，最多 ${field.max} 项` : '可多选',
    en: field.max ? `Several, at most ${field.max}` : 'Several',
  }
  return (
    <Group id={id} field={{ ...field, hint }} wrong={wrong}>
      <Picks kind="checkbox" name={`${name}${id}`} options={field.options} chosen={chosen} choose={choose} wrong={Boolean(wrong)} />
    </Group>
  )
}
