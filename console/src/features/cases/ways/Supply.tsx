import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { useAnswers } from '../../../kit/form/use-answers.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

/** What was missing, handed in at the window for the applicant. */
export const Supply = ({ view, onClose, onDone }: Dialog) => {
  const names = view.asked?.fields ?? []
  const start = Object.fromEntries(names.flatMap((n) => (n in view.answers ? [[n, view.answers[n]]] : [])))
  const filling = useAnswers({ form: view.form, names, known: view.answers, start })
  const [said, setSaid] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('supply')} · ${view.title}`}
      ok={w('提交补正', 'Hand in')}
      says={view.asked && w(`要求补正：${view.asked.says}`, `Asked for: ${view.asked.says}`)}
      refused={filling.refused}
      send={() => {
        const answers = filling.check()
        return answers && ask('supplyCase', { params: { id: view.id }, body: { version: view.version, answers, said } })
      }}
    >
      {names.length > 0 && <FormFields filling={filling} />}
      <Said label={w('说明（选填）', 'Words (optional)')} value={said} onChange={setSaid} />
    </ActModal>
  )
}
