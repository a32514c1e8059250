import type { Answers as Given, Field, FileAnswer, Form } from '@gongyou/contract/forms/index.ts'
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

type Told = readonly (readonly [string, Field])[]

/** Fields under their headings; those before the first heading have none. */
const sectionsOf = (told: Told) => {
  const sections: { title: string; fields: (readonly [string, Field])[] }[] = []
  for (const entry of told) {
    const { section } = entry[1]
    if (section || sections.length === 0) sections.push({ title: section ? say(section) : '', fields: [] })
    sections.at(-1)!.fields.push(entry)
  }
  return sections
}

/** Facts in reading order. What is sealed shows that it is there, and the way to see it. */
export const Answers = ({ form, answers, sealed = [], onSealed, onFile }: Props) => {
  const told = Object.entries(form).filter(([name]) => answers[name] !== undefined || sealed.includes(name))
  if (told.length === 0) return <p className="quiet">{w('还没有填写内容', 'Nothing has been filled in')}</p>
  return (
    <div className="answers">
      {sectionsOf(told).map(({ title, fields }) => (
        <Fragment key={fields[0]![0]}>
          {title && <h3>{title}</h3>}
          <dl>
            {fields.map(([name, field]) => (
              <Fragment key={name}>
                <dt>{say(field.label)}</dt>
                <dd>
                  {answers[name] !== undefined ? (
                    <AnswerText field={field} value={answers[name]} onFile={onFile} />
                  ) : (
                    <>
                      <span role="img" aria-label={w('已加密', 'Sealed')}>
                        •••
                      </span>{' '}
                      {onSealed && (
                        <button
                          type="button"
                          className="plain-button"
                          onClick={onSealed}
                          aria-label={w(`查看${field.label.zh}`, `Show ${field.label.en}`)}
                        >
                          {w('查看', 'Show')}
                        </button>
                      )}
                    </>
                  )}
                </dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </div>
  )
}
