import { useId } from 'react'
import { Below } from '../Field.tsx'
import { say } from '../language.ts'
import type { ControlGiven, Of } from './control.ts'
import { labelOf } from './Frame.tsx'

/** The wording in full, and a tick that stands for this wording. */
export const ConsentControl = ({ name, field, value, change, wrong }: ControlGiven<Of<'consent'>>) => {
  const id = useId()
  return (
    <div className="field">
      <p className="wording">{say(field.text)}</p>
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          checked={(value as { revision?: string } | undefined)?.revision === field.revision}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}d`}
          onChange={(e) => change(e.target.checked ? { revision: field.revision } : undefined)}
        />
        <span>{labelOf(field)}</span>
      </label>
      <Below id={`${id}d`} wrong={wrong} hint={field.hint ? say(field.hint) : undefined} />
    </div>
  )
}
