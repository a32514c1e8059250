import { useState } from 'react'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { AddField } from './AddField.tsx'
import { addField, orderFields } from './edits.ts'
import { FieldList } from './FieldList.tsx'
import { FieldPanel } from './FieldPanel.tsx'
import { PhonePreview } from './PhonePreview.tsx'
import type { Drafting } from './use-draft.ts'

type Props = { drafting: Drafting; faulty: ReadonlySet<string>; first: string | undefined }

/** The form: fields in order at the left, the chosen one in the middle, the phone beside it. */
export const FormPart = ({ drafting: { draft, edit }, faulty, first }: Props) => {
  const [chosen, setChosen] = useState(first)
  const s = draft.service
  const open = chosen && Object.hasOwn(s.form, chosen) ? chosen : undefined
  const count = Object.keys(s.form).length
  return (
    <div className="form-part" data-open={open !== undefined}>
      <Sheet title={w('表单内容', 'Fields')} head={<span className="quiet small">{w(`${count} 项`, `${count}`)}</span>}>
        <FieldList service={s} faulty={faulty} chosen={open} onOpen={setChosen} onOrder={(names) => edit((x) => orderFields(x, names))} />
        <AddField
          onAdd={(kind) => {
            const { service, name } = addField(s, kind)
            edit(() => service)
            setChosen(name)
          }}
        />
      </Sheet>
      {open && <FieldPanel service={s} name={open} edit={edit} onClose={() => setChosen(undefined)} />}
      <PhonePreview service={s} />
    </div>
  )
}
