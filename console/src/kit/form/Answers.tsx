import type { Answers as Given, FileAnswer, Form } from '@gongyou/contract/forms/index.ts'
import { Fragment } from 'react'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { AnswerText } from './AnswerText.tsx'
import './form.css'

type Props = {
  form: Form
  answers: Given
  /** Fields that are answered and kept sealed. */
  sealed?: readonly string[]
  /** Asked to open what is sealed; absent where the caller may not. */
  onSealed?: (() => void) | undefined
  onFile?: ((file: FileAnswer) => void) | undefined
}

/** Facts in reading order. What is sealed shows that it is there, and the way to see it. */
export const Answers = ({ form, answers, sealed = [], onSealed, onFile }: Props) => {
  const told = Object.entries(form).filter(([name]) => answers[name] !== undefined || sealed.includes(name))
  if (told.length === 0) return <p className="quiet">{w('还没有填写内容', 'Nothing has been filled in')}</p>
  return (
    <dl className="answers">
      {told.map(([name, field]) => (
        <Fragment key={name}>
          {field.section && <h3>{say(field.section)}</h3>}
          <dt>{say(field.label)}</dt>
          <dd>
            {answers[name] !== undefined ? (
              <AnswerText field={field} value={answers[name]} onFile={onFile} />
            ) : (
              <>
                <span aria-label={w('已加密', 'Sealed')}>•••</span>{' '}
                {onSealed && (
                  <button type="button" className="plain-button" onClick={onSealed} aria-label={w(`查看${field.label.zh}`, `Show ${field.label.en}`)}>
                    {w('查看', 'Show')}
                  </button>
                )}
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
