import { ChoiceControl } from './ChoiceControl.tsx'
import type { ControlGiven } from './control.ts'
import { DateControl } from './DateControl.tsx'
import { NumberControl } from './NumberControl.tsx'
import { TextControl } from './TextControl.tsx'

/** What fits on one line: a question of its own, or a cell of a table. */
export const Simple = (given: ControlGiven) => {
  const { field, ...rest } = given
  if (field.kind === 'text') return <TextControl {...rest} field={field} />
  if (field.kind === 'number' || field.kind === 'money') return <NumberControl {...rest} field={field} />
  if (field.kind === 'date') return <DateControl {...rest} field={field} />
  if (field.kind === 'choice') return <ChoiceControl {...rest} field={field} />
  return null
}
