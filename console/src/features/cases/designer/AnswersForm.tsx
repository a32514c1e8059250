import { type Answers, type Field, type Form, askedFields } from '@gongyou/contract/forms/index.ts'
import { Fragment } from 'react'
import { AnswerInput } from './AnswerInput.tsx'
import { w } from '../../../kit/text.ts'
import { shown } from './fields.tsx'

/** `path` as in the contract: `wish`, `rows.2.income`. */
export type AnswerFault = { path: string; says: string }
type Props = {
  form: Form
  /** The fields asked now; all where none are named. */
  names?: readonly string[]
  answers: Answers
  /** What was answered before: conditions may ask for it. */
  known?: Answers
  faults?: readonly AnswerFault[]
  onChange: (answers: Answers) => void
}

const faultsOf = (faults: readonly AnswerFault[], name: string) => faults.filter((f) => f.path === name || f.path.startsWith(`${name}.`))

const Asked = ({
  name,
  field,
  answers,
  faults,
  onChange,
}: {
  name: string
  field: Field
  answers: Answers
  faults: readonly AnswerFault[]
  onChange: (a: Answers) => void
}) => (
  <div className="asked" data-field={name}>
    <span className="asked-label">
      {shown(field.label)}
      {field.optional && <span className="quiet small">{w('（可不填）', ' (optional)')}</span>}
    </span>
    {field.hint && <span className="quiet small">{shown(field.hint)}</span>}
    <AnswerInput field={field} value={answers[name]} onChange={(v) => onChange({ ...answers, [name]: v })} />
    {faults.map((f) => (
      <span key={f.path + f.says} role="alert" className="asked-fault">
        {f.says}
      </span>
    ))}
  </div>
)

/**
 * A form being filled in, for the preview and the trial. The only place of the designer that draws answers: what a form
 * looks like elsewhere in the console can be put here instead.
 */
export const AnswersForm = ({ form, names, answers, known = {}, faults = [], onChange }: Props) => (
  <div className="answers-form">
    {askedFields(form, { ...known, ...answers }, names).map(([name, field]) => (
      <Fragment key={name}>
        {field.section && <h3>{shown(field.section)}</h3>}
        <Asked name={name} field={field} answers={answers} faults={faultsOf(faults, name)} onChange={onChange} />
      </Fragment>
    ))}
  </div>
)
