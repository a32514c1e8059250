import type { NextStep } from '@gongyou/contract/cases/shapes.ts'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { ActModal, type Dialog } from './ActModal.tsx'
import { Said } from './Said.tsx'

/** Whether taking the step needs a window at all: nothing to fill in and nothing to say is one press. */
export const asksNothing = (step: NextStep) => Object.keys(step.asks).length === 0 && step.words === null && !step.outcome

const wordsLabel = (step: NextStep) => {
  const optional = step.wordsNeeded ? '' : w('（选填）', ' (optional)')
  return (step.words === 'answer' ? w('答复', 'Answer') : w('办理意见', 'Opinion')) + optional
}

/** One step: its fields, its words, and what it leads to. */
export const StepModal = ({ view, step, onClose, onDone }: Dialog & { step: NextStep }) => {
  const names = Object.keys(step.asks)
  const filling = useAnswers({
    form: view.form,
    names,
    known: view.answers,
    start: Object.fromEntries(names.flatMap((n) => (n in view.answers ? [[n, view.answers[n]]] : []))),
  })
  const [said, setSaid] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${say(step.name)} · ${view.title}`}
      ok={say(step.name)}
      danger={step.plain}
      says={step.outcome && w(`办理后本件办结，结果为“${say(step.outcome)}”。`, `This closes the case: ${say(step.outcome)}.`)}
      missing={step.wordsNeeded && said.trim() === '' && w('请写明意见', 'Please write a few words')}
      refused={filling.refused}
      send={() => {
        const answers = filling.check()
        return answers && ask('takeCaseStep', { params: { id: view.id, action: step.code }, body: { version: view.version, answers, said } })
      }}
    >
      {names.length > 0 && <FormFields filling={filling} />}
      {(step.words || step.wordsNeeded) && (
        <Said
          label={wordsLabel(step)}
          hint={
            step.words === 'answer' ? w('申请人会看到这段话', 'The applicant reads this') : w('只在单位内部可见，申请人看不到', 'For the office only')
          }
          value={said}
          onChange={setSaid}
          most={2000}
          phrases
          focus={names.length === 0}
        />
      )}
    </ActModal>
  )
}
