import type { OpenActivity, PoolView } from '@gongyou/contract/activities/shapes.ts'
import { type Answers, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { today } from '../../kit/day.ts'
import { wordsFor, wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { FormFields, goToFault } from '../../kit/form/FormFields.tsx'
import { newId } from '../../kit/form/new-id.ts'
import { namesOf, screensOf } from '../../kit/form/screens.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { poolLine } from './words.ts'

type Given = { activity: OpenActivity; pool: PoolView; close: () => void }

/** The questions, who comes along, one button. The number of the request is made once: a second tap is the same sign-up. */
export const SignUpSheet = ({ activity, pool, close }: Given) => {
  const client = useQueryClient()
  const [id] = useState(newId)
  const [answers, setAnswers] = useState<Answers>({})
  const [party, setParty] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const form = activity.questions
  const fields = screensOf(form, answers, Object.keys(form)).flatMap((s) => s.fields)
  const { answers: read, faults } = checkAnswers(form, answers, { today: today(), names: namesOf(fields), known: answers })
  const nameless = party.some((p) => p.trim() === '')
  const send = useMutation({
    mutationFn: () => ask('signUp', { params: { id: pool.id }, body: { id, answers: read, party: party.map((p) => p.trim()) } }),
    onSuccess: close,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['getOpenActivity'] })
      void client.invalidateQueries({ queryKey: ['listMySignUps'] })
    },
  })
  const refused = fields.flatMap(([name]) => {
    const says = wordsFor(send.error, `answers.${name}`)
    return says ? [{ path: name, says: { zh: says, en: says } }] : []
  })
  const press = () => {
    setTried(true)
    if (faults.length > 0) return goToFault(faults)
    if (!nameless) send.mutate()
  }
  const verb =
    pool.rule === 'draw' ? w('参加抽签', 'Enter the draw') : pool.stage === 'standby' ? w('排候补', 'Join standby') : w('确认报名', 'Sign up')
  return (
    <Sheet title={activity.title} close={close}>
      <p className="small">{poolLine(pool)}</p>
      <FormFields
        fields={fields}
        answers={answers}
        faults={[...faults, ...refused]}
        tried={tried}
        change={(name, value) => setAnswers((a) => ({ ...a, [name]: value ?? null }))}
      />
      {activity.partyMost > 0 ? (
        <section className="section">
          {party.map((name, i) => (
            <Field
              key={i}
              label={w(`同行人 ${i + 1} 姓名`, `Companion ${i + 1}`)}
              name={`party${i}`}
              autoComplete="off"
              maxLength={30}
              value={name}
              wrong={tried && name.trim() === '' ? w('请填写姓名，或去掉这一位', 'Give the name, or take this one away') : undefined}
              onChange={(e) => setParty(party.map((p, n) => (n === i ? e.target.value : p)))}
              beside={<Button onClick={() => setParty(party.filter((_, n) => n !== i))}>{w('去掉', 'Remove')}</Button>}
            />
          ))}
          {party.length < activity.partyMost ? (
            <Button onClick={() => setParty([...party, ''])}>
              {w(`带同行人（最多 ${activity.partyMost} 位）`, `Bring somebody (at most ${activity.partyMost})`)}
            </Button>
          ) : null}
          {party.length > 0 ? (
            <p className="small">
              {w(`共占 ${party.length + 1} 个名额，一起录取、一起候补。`, `${party.length + 1} seats, given together or not at all.`)}
            </p>
          ) : null}
        </section>
      ) : null}
      {send.isError ? <Notice tone="wrong">{wordsOf(send.error)}</Notice> : null}
      <Button look="primary" className="wide" onClick={press} busy={send.isPending}>
        {verb}
      </Button>
    </Sheet>
  )
}
