import type { Answers, Fault, Field } from '@gongyou/contract/forms/index.ts'
import { isAnswered } from '@gongyou/contract/forms/index.ts'
import { useState } from 'react'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { answerWords } from './answer-words.ts'
import { Control } from './Control.tsx'
import './form.css'
import { Chosen } from './PersonControl.tsx'
import type { Asked } from './screens.ts'

type Given = {
  fields: Asked
  answers: Answers
  /** Names of fields filled in from the register or from last time, which are shown and not asked. */
  whole?: ReadonlySet<string>
  faults: readonly Fault[]
  /** All faults are shown; before that only those of questions that were answered and left. */
  tried: boolean
  change: (name: string, value: unknown) => void
}

/** The questions of one screen, each with what is wrong beside it. */
export const FormFields = ({ fields, answers, whole, faults, tried, change }: Given) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asking, ask] = useState<ReadonlySet<string>>(new Set())
  const wrongAt = (path: string) => {
    const fault = faults.find((f) => f.path === path)
    const name = path.split('.')[0]!
    return fault && (tried || (left.has(name) && isAnswered(answers[name]))) ? say(fault.says) : undefined
  }
  const reopen = (name: string, field: Field) => {
    ask(new Set([...asking, name]))
    // What is chosen from the register is chosen anew; what is written is mended where it stands.
    if (field.kind === 'organisation' || field.kind === 'employer' || field.kind === 'entry' || field.kind === 'person') change(name, undefined)
  }
  return (
    <div className="form">
      {fields.map(([name, field]) =>
        whole?.has(name) && !asking.has(name) && !wrongAt(name) ? (
          <div key={name} className="field filled" data-field={name}>
            <span className="label">
              {say(field.label)}
              <span className="mark">{w('已为您填好', 'Filled in for you')}</span>
            </span>
            <Chosen name={answerWords(field, answers[name])} verb={w('改', 'Change')} again={() => reopen(name, field)} />
          </div>
        ) : (
          <div key={name} data-field={name}>
            <Control
              name={name}
              field={field}
              value={answers[name]}
              change={(value) => change(name, value)}
              left={() => setLeft(new Set([...left, name]))}
              wrong={wrongAt(name)}
              wrongAt={wrongAt}
            />
          </div>
        ),
      )}
    </div>
  )
}

/** Brings the first question that is not right yet into sight, and the finger to it. */
export const goToFault = (faults: readonly Fault[]) =>
  requestAnimationFrame(() => {
    const name = faults[0]?.path.split('.')[0]
    const place = name ? document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) : null
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('[aria-invalid], input, textarea, select, button')?.focus({ preventScroll: true })
  })
