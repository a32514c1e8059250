import type { Field } from '@gongyou/contract/forms/index.ts'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { options } from '../words.ts'
import { FilesInput } from './FilesInput.tsx'
import { bagOf, codesOf } from './given.ts'
import { EntryPicker } from './EntryPicker.tsx'
import { AddressInput, EmployerPicker, OrganisationPicker, PersonPicker } from './pickers.tsx'
import { SignatureInput } from './SignatureInput.tsx'
import { type Control, SimpleInput } from './SimpleInput.tsx'
import { TableInput } from './TableInput.tsx'
import type { Fault } from './use-answers.ts'

/** Where an answer that already stands there is from. */
export type Origin = 'registry' | 'last' | 'draft'
const originWords = {
  registry: () => w('来自登记信息', 'From the register'),
  last: () => w('上次填写', 'As said last time'),
  draft: () => w('来自草稿', 'From your draft'),
} as const

const Input = ({ name, field, faults, control }: { name: string; field: Field; faults: readonly Fault[]; control: Control }) => {
  const { value, onChange } = control
  switch (field.kind) {
    case 'many':
      return (
        <Checkbox.Group
          value={codesOf(value)}
          onChange={(v) => onChange(v.length > 0 ? v : undefined)}
          options={field.options.map((o) => ({ value: o.code, label: say(o.label) }))}
        />
      )
    case 'person':
      return <PersonPicker {...control} />
    case 'organisation':
      return <OrganisationPicker {...control} kinds={field.kinds} />
    case 'employer':
      return <EmployerPicker {...control} />
    case 'entry':
      return <EntryPicker {...control} register={field.register} />
    case 'address':
      return <AddressInput {...control} field={field} towns={options.town} />
    case 'table':
      return <TableInput {...control} name={name} field={field} faults={faults} />
    case 'files':
      return <FilesInput {...control} accept={field.accept} most={field.max ?? 20} secrecy={field.secrecy ?? 'P2'} />
    case 'signature':
      return <SignatureInput {...control} />
    case 'consent':
      return (
        <Checkbox
          id={control.id}
          checked={bagOf(value).revision === field.revision}
          onChange={(e) => onChange(e.target.checked ? { revision: field.revision } : undefined)}
        >
          {say(field.text)}
        </Checkbox>
      )
    default:
      return <SimpleInput {...control} field={field} />
  }
}

/** Several controls under one heading are a group with a legend; one control has a label. */
const isGroup = (field: Field) =>
  ['many', 'address', 'table', 'files', 'signature', 'consent'].includes(field.kind) || (field.kind === 'choice' && field.options.length <= 5)

type Props = {
  id: string
  name: string
  field: Field
  value: unknown
  onChange: (value: unknown) => void
  faults: readonly Fault[]
  origin?: Origin | undefined
}

const Frame = ({ group, name, label, id, children }: { group: boolean; name: string; label: ReactNode; id: string; children: ReactNode }) =>
  group ? (
    <fieldset className="field" data-field={name}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  ) : (
    <div className="field" data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )

/** One field: what is asked, where the answer is from, the control, and what is wrong with it. */
export const FieldBox = ({ id, name, field, value, onChange, faults, origin }: Props) => {
  // Faults of cells stand in their cells.
  const own = faults.filter((f) => f.path === name)
  const describedBy = [field.hint && `${id}-hint`, own.length > 0 && `${id}-fault`].filter(Boolean).join(' ')
  const label = (
    <>
      {say(field.label)}
      {field.optional && <span className="quiet small"> {w('（选填）', '(optional)')}</span>}
      {origin && <span className="origin">{originWords[origin]()}</span>}
    </>
  )
  return (
    <Frame group={isGroup(field)} name={name} label={label} id={id}>
      {field.hint && (
        <p id={`${id}-hint`} className="quiet small hint">
          {say(field.hint)}
        </p>
      )}
      <Input
        name={name}
        field={field}
        faults={faults}
        control={{ id, value, onChange, 'aria-invalid': own.length > 0, 'aria-describedby': describedBy || undefined }}
      />
      {own.map((f) => (
        <p key={f.says} id={`${id}-fault`} className="fault small">
          {f.says}
        </p>
      ))}
    </Frame>
  )
}
