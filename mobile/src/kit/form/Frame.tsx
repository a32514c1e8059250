import type { Field } from '@gongyou/contract/forms/index.ts'
import type { ReactNode } from 'react'
import { Below } from '../Field.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'

type Labelled = Pick<Field, 'label'> & { readonly optional?: true; readonly hint?: Field['hint'] }

/** The label of a question; what may be left out says so. */
export const labelOf = (field: Labelled) => say(field.label) + (field.optional ? w('（可不填）', ' (optional)') : '')

/** A question with several parts: its name, its parts, what to do below them. */
export const Group = ({ id, field, wrong, children }: { id: string; field: Labelled; wrong: string | undefined; children: ReactNode }) => (
  <fieldset className="field" aria-describedby={`${id}d`}>
    <legend>{labelOf(field)}</legend>
    {children}
    <Below id={`${id}d`} wrong={wrong} hint={field.hint ? say(field.hint) : undefined} />
  </fieldset>
)
