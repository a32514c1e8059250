import { type Answers, isAnswered } from '@gongyou/contract/forms/index.ts'
import type { ReactNode } from 'react'
import { Button } from '../../kit/Button.tsx'
import { answerWords } from '../../kit/form/answer-words.ts'
import type { Screen } from '../../kit/form/screens.ts'
import { say } from '../../kit/language.ts'
import { useOnline } from '../../kit/network.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import type { ServiceForm } from './service-form.ts'

type Given = {
  service: ServiceForm
  screens: readonly Screen[]
  values: Answers
  head: ReactNode
  back: string
  problem: string | undefined
  sending: boolean
  submit: () => void
  edit: (step: number) => void
}

/** Everything once more before it goes out. */
export const CheckStep = ({ service, screens, values, head, back, problem, sending, submit, edit }: Given) => {
  const online = useOnline()
  return (
    <Page
      title={say(service.title)}
      back={back}
      foot={
        <Button look="primary" onClick={submit} busy={sending}>
          {sending ? w('正在提交…', 'Sending…') : online ? w('提交申请', 'Apply') : w('保存，联网后提交', 'Save; sent when connected')}
        </Button>
      }
    >
      {head}
      <h2 className="part">{w('核对后提交', 'Check and send')}</h2>
      {problem ? <Notice tone="wrong">{problem}</Notice> : null}
      {screens.map((screen, i) => (
        <section key={screen.fields[0]?.[0]} className="section">
          <div className="headed">
            <h3>{screen.title ? say(screen.title) : w(`第 ${i + 1} 步`, `Step ${i + 1}`)}</h3>
            <button
              type="button"
              className="link"
              onClick={() => edit(i + 1)}
              aria-label={w(
                `改：${screen.title ? say(screen.title) : `第 ${i + 1} 步`}`,
                `Change: ${screen.title ? say(screen.title) : `step ${i + 1}`}`,
              )}
            >
              {w('改', 'Change')}
            </button>
          </div>
          <Facts
            rows={screen.fields.map(([name, field]) => [
              say(field.label),
              isAnswered(values[name]) ? answerWords(field, values[name]) : w('未填', 'Not filled in'),
            ])}
          />
        </section>
      ))}
    </Page>
  )
}
