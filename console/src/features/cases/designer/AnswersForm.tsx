import { type Answers, type Form, askedFields } from '@gongyou/contract/forms/index.ts'
import { Fragment, useId } from 'react'
import { FieldBox } from '../../../kit/form/FieldBox.tsx'
import '../../../kit/form/form.css'
import { type Fault, faultsUnder } from '../../../kit/form/use-answers.ts'
import { shown } from './fields.tsx'

type Props = {
  form: Form
  /** The fields asked now; all where none are named. */
  names?: readonly string[]
  answers: Answers
  /** What was answered before: conditions may ask for it. */
  known?: Answers
  faults?: readonly Fault[]
  onChange: (answers: Answers) => void
}

/** A form being filled in, for the preview and the trial: the fields of the console, held by whoever shows them. */
export const AnswersForm = ({ form, names, answers, known = {}, faults = [], onChange }: Props) => {
  const id = useId()
  return (
    <div className="form-fields">
      {askedFields(form, { ...known, ...answers }, names).map(([name, field]) => (
        <Fragment key={name}>
          {field.section && <h3>{shown(field.section)}</h3>}
          <FieldBox
            id={`${id}-${name}`}
            name={name}
            field={field}
            value={answers[name]}
            onChange={(v) => onChange({ ...answers, [name]: v })}
            faults={faultsUnder(faults, name)}
          />
        </Fragment>
      ))}
    </div>
  )
}
