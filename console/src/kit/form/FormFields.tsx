import { Fragment, useId } from 'react'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { FieldBox, type Origin } from './FieldBox.tsx'
import './form.css'
import { type Filling, faultsUnder } from './use-answers.ts'

type Props = { filling: Filling; from?: Readonly<Record<string, Origin>>; known?: Readonly<Record<string, unknown>> }

/** Draws any form: what is asked now, in order, under its headings; what depends on an answer comes and goes with it. */
export const FormFields = ({ filling, from = {}, known = {} }: Props) => {
  const id = useId()
  const shown = new Set(filling.asked.map(([name]) => name))
  // A fault about a field that is not on the screen is still said.
  const elsewhere = filling.faults.filter((f) => !shown.has(f.path.split('.')[0]!))
  return (
    <div className="form-fields">
      {filling.asked.map(([name, field]) => (
        <Fragment key={name}>
          {field.section && <h3>{say(field.section)}</h3>}
          <FieldBox
            id={`${id}-${name}`}
            name={name}
            field={field}
            value={filling.answers[name]}
            onChange={(v) => filling.set(name, v)}
            faults={faultsUnder(filling.faults, name)}
            // Changed by hand, it is from nowhere else any more.
            origin={name in known && filling.answers[name] === known[name] ? from[name] : undefined}
          />
        </Fragment>
      ))}
      {elsewhere.map((f) => (
        <p key={f.path} role="alert" className="fault">
          {filling.form[f.path.split('.')[0]!] ? say(filling.form[f.path.split('.')[0]!]!.label) : f.path}
          {w('：', ': ')}
          {f.says}
        </p>
      ))}
      {filling.faults.length > 1 && (
        <p className="fault" role="status">
          {w(`有 ${filling.faults.length} 处需要修改`, `${filling.faults.length} things to correct`)}
        </p>
      )}
    </div>
  )
}
