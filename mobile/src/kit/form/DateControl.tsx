import { type DayBound, isAnswered } from '@gongyou/contract/forms/index.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { today } from '../day.ts'
import { Field } from '../Field.tsx'
import { say } from '../language.ts'
import type { ControlGiven, Of } from './control.ts'
import { labelOf } from './Frame.tsx'

const dayOf = (bound: DayBound | undefined, otherwise: string) =>
  bound === undefined ? otherwise : typeof bound === 'string' ? bound : addDays(today(), bound.daysFromToday)

/** The phone's own calendar, within what the question allows. */
export const DateControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'date'>>) => (
  <Field
    label={labelOf(field)}
    name={name}
    type="date"
    min={dayOf(field.notBefore, '1900-01-01')}
    max={dayOf(field.notAfter, '2199-12-31')}
    value={isAnswered(value) ? String(value) : ''}
    wrong={wrong}
    hint={field.hint ? say(field.hint) : undefined}
    onChange={(e) => change(e.target.value || undefined)}
    onBlur={left}
  />
)
