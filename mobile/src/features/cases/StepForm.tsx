import type { CaseView, NextStep } from '@gongyou/contract/cases/shapes.ts'
import { type Answers, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { useId, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { today } from '../../kit/day.ts'
import { FormFields, goToFault } from '../../kit/form/FormFields.tsx'
import { withPapersSent } from '../../kit/form/papers.ts'
import { namesOf, pick, screensOf } from '../../kit/form/screens.ts'
import { ToolsContext } from '../../kit/form/tools.ts'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { sendFile, useFormTools } from './tools.ts'
import { useCommand } from './use-command.ts'

/** A step that is the applicant's own: what it asks for, a few words where it wants them, one button. */
export const StepForm = ({ view, step }: { view: CaseView; step: NextStep }) => {
  const id = useId()
  const [own, setOwn] = useState<Answers>({})
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const tools = useFormTools(view.service.code, view.revision)
  const names = Object.keys(step.asks)
  const frame = { ...view.answers, ...own }
  const fields = screensOf(step.asks, frame, names).flatMap((s) => s.fields)
  const { answers, faults } = checkAnswers(step.asks, pick(own, namesOf(fields)), { today: today(), names: namesOf(fields), known: frame })
  const wordless = step.wordsNeeded && !said.trim()
  const take = useCommand(async () => {
    const sent = await withPapersSent(step.asks, answers, sendFile)
    return ask('takeCaseStep', {
      params: { id: view.id, action: step.code },
      body: { version: view.version, answers: sent, ...(said.trim() ? { said: said.trim() } : {}) },
    })
  })
  const press = () => {
    setTried(true)
    if (faults.length > 0) return goToFault(faults)
    if (!wordless) take.mutate(undefined)
  }
  return (
    <section className="section" aria-label={say(step.name)}>
      {fields.length > 0 ? (
        <ToolsContext.Provider value={tools}>
          <FormFields
            fields={fields}
            answers={own}
            faults={faults}
            tried={tried}
            change={(name, value) => setOwn((a) => ({ ...a, [name]: value ?? null }))}
          />
        </ToolsContext.Provider>
      ) : null}
      {step.words ? (
        <div className="field after">
          <label htmlFor={id}>{step.wordsNeeded ? w('写几句', 'A few words') : w('写几句（可不填）', 'A few words (optional)')}</label>
          <textarea
            id={id}
            rows={2}
            maxLength={1000}
            value={said}
            aria-invalid={(tried && wordless) || undefined}
            onChange={(e) => setSaid(e.target.value)}
          />
          {tried && wordless ? <p className="wrong">{w('请写一两句', 'Please write a sentence')}</p> : null}
        </div>
      ) : null}
      {take.wrong ? <Notice tone="wrong">{take.wrong}</Notice> : null}
      <Button look={step.plain ? 'plain' : 'primary'} className="wide" onClick={press} busy={take.isPending}>
        {say(step.name)}
      </Button>
    </section>
  )
}
