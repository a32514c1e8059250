import type { Field, Form } from '@gongyou/contract/forms/index.ts'
import { Button } from 'antd'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { FieldRow } from '../registers/FieldRow.tsx'
import { freeName } from '../registers/draft.ts'
import '../registers/registers.css'

type Props = { title: string; says: string; form: Form; onChange: (form: Form) => void; faultOf: (name: string) => string | undefined }

/** The questions of a form, one under the other. */
export const FieldsSheet = ({ title, says, form, onChange, faultOf }: Props) => {
  const entries = Object.entries(form)
  const from = (next: readonly (readonly [string, Field])[]) => onChange(Object.fromEntries(next))
  const move = (at: number, by: -1 | 1) => {
    const to = at + by
    if (to < 0 || to >= entries.length) return
    const next = [...entries]
    ;[next[at], next[to]] = [next[to]!, next[at]!]
    from(next)
  }
  return (
    <Sheet
      title={title}
      head={
        <Button onClick={() => onChange({ ...form, [freeName(form)]: { kind: 'text', max: 100, optional: true, label: { zh: '', en: '' } } })}>
          {w('加一项', 'Add a field')}
        </Button>
      }
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {says}
      </p>
      {entries.map(([name, field], at) => (
        <FieldRow
          key={name}
          field={field}
          fault={faultOf(name)}
          onField={(f) => from(entries.map(([n, before]) => [n, n === name ? f : before]))}
          onMove={(by) => move(at, by)}
          onDrop={() => from(entries.filter(([n]) => n !== name))}
        />
      ))}
    </Sheet>
  )
}
