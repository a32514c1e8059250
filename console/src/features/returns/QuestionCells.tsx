import type { SimpleKind } from '@gongyou/contract/forms/index.ts'
import type { ReturnSheetQuestion } from '@gongyou/contract/returns/routes.ts'
import { Button } from 'antd'
import { wordsOfAnswer } from '../../kit/form/AnswerText.tsx'
import { SimpleInput } from '../../kit/form/SimpleInput.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Props = { question: ReturnSheetQuestion; value: unknown; fault: string | undefined; set: (value: unknown) => void }

/** Questions of returns are numbers, choices and words; the form refuses others before it is published. */
const isSimple = (field: ReturnSheetQuestion['field']): field is typeof field & SimpleKind => ['number', 'choice', 'text'].includes(field.kind)

/** The unit stands in a column of its own. */
const unitless = <F extends ReturnSheetQuestion['field']>(field: F): F => {
  if (field.kind !== 'number') return field
  const { unit: _, ...rest } = field
  return rest as F
}
export const sayAnswer = (q: ReturnSheetQuestion, answer: unknown) => wordsOfAnswer(unitless(q.field), answer)

/** What it must not exceed, said before it is typed. */
export const boundWords = (q: ReturnSheetQuestion) =>
  [
    q.notMoreThan ? w(`不大于“${q.notMoreThan.label.zh}”`, `not more than “${say(q.notMoreThan.label)}”`) : '',
    q.notLessThan ? w(`不小于“${q.notLessThan.label.zh}”`, `not less than “${say(q.notLessThan.label)}”`) : '',
    q.field.optional ? w('选填', 'optional') : '',
    q.field.hint ? say(q.field.hint) : '',
  ]
    .filter(Boolean)
    .join(w('；', '; '))

export const QuestionInput = ({ question: q, value, fault, set }: Props) =>
  isSimple(q.field) ? (
    <div data-field={q.code} className="return-answer">
      <SimpleInput
        id={`answer-${q.code}`}
        cell={q.field.kind !== 'text' || (q.field.lines ?? 1) === 1}
        field={unitless(q.field)}
        value={value}
        onChange={set}
        aria-label={w(`${q.field.label.zh}填报`, `${say(q.field.label)}, answer`)}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `fault-${q.code}` : undefined}
      />
      {fault && (
        <div id={`fault-${q.code}`} className="fault small" role="alert">
          {fault}
        </div>
      )}
    </div>
  ) : null

const short = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text)

/** What was said the period before: a press takes it over, nothing takes itself over. */
export const LastAnswer = ({ question: q, value, set }: Pick<Props, 'question' | 'value' | 'set'>) =>
  q.last && value === undefined ? (
    <Button type="link" size="small" className="return-last" onClick={() => set(q.last!.answer)} title={say(q.last.period)}>
      {w(`上期：${short(sayAnswer(q, q.last.answer))}（照填）`, `last time: ${short(sayAnswer(q, q.last.answer))} (take it)`)}
    </Button>
  ) : null

/** Who typed it, and when. */
export const typedBy = (q: ReturnSheetQuestion) => (q.answeredAt ? `${q.by ?? ''} · ${instant(q.answeredAt)}` : '')
