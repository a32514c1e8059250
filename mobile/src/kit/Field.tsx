import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

type Around = { label: string; hint?: ReactNode | undefined; wrong?: string | undefined; right?: string | undefined; beside?: ReactNode }
type Given = InputHTMLAttributes<HTMLInputElement> & Around

/** A label, an input and, beside it, what to do when it is not right yet. */
export const Field = ({ label, hint, wrong, right, beside, ...input }: Given) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="box">
        <input {...input} id={id} aria-invalid={wrong ? true : undefined} aria-describedby={`${id}d`} />
        {beside}
      </div>
      <Below id={`${id}d`} {...{ hint, wrong, right }} />
    </div>
  )
}

export const Below = ({ id, hint, wrong, right }: { id: string } & Omit<Around, 'label'>) => (
  <p id={id} aria-live="polite" className={wrong ? 'wrong' : right ? 'right' : 'hint'}>
    {wrong ?? right ?? hint}
  </p>
)

type Choice = { value: string; label: string }

/** The phone's own picker: it fits every hand and every font size. */
export const Select = ({
  label,
  value,
  choices,
  empty,
  onChange,
}: {
  label: string
  value: string
  choices: readonly Choice[]
  empty?: string
  onChange: (value: string) => void
}) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(e) => onChange(e.target.value)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((c) => (
          <option key={c.value} value={c.value}>
            {c.label}
          </option>
        ))}
      </select>
    </div>
  )
}
