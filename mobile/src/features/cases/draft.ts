import { type Answers, type Form, partAnswers } from '@gongyou/contract/forms/index.ts'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { withoutUnsent } from '../../kit/form/papers.ts'
import { forget, keep, recall } from '../../kit/form/phone-store.ts'
import { dropSealed, keepSealed, recallSealed } from './sealed.ts'

/** What somebody has filled in himself, of one form; what is secret lies apart, in this tab only. */
export type Draft = { answers: Answers; said: string; at: string }

const place = (person: string, code: string) => `draft/${person}/${code}`
const calm = 3000
/** A form nobody went on with does not lie on the phone for ever. */
const month = 30 * 86_400_000

export const dropDraft = async (person: string, code: string) => {
  dropSealed(place(person, code))
  await forget(place(person, code))
}

export const recallDraft = async (person: string, code: string): Promise<Draft> => {
  const kept = await recall<Draft>(place(person, code))
  if (kept && Date.now() - Date.parse(kept.at) > month) await dropDraft(person, code)
  else if (kept) return { ...kept, answers: { ...kept.answers, ...recallSealed(place(person, code)) } }
  return { answers: recallSealed(place(person, code)), said: '', at: '' }
}

export const keepDraft = (person: string, code: string, form: Form, answers: Answers, said = '') => {
  const { open, shut } = partAnswers(form, answers)
  keepSealed(place(person, code), shut)
  return keep(place(person, code), { answers: open, said, at: new Date().toISOString() } satisfies Draft)
}

/** What is being supplied to a case is a draft of its own. */
export const ofCase = (id: string) => `case/${id}`

type Given = { person: string; code: string; form: Form; revision: number }

/** Answers that are kept on the phone at every change, and with the union a moment later, so that another phone can go on. */
export const useDraft = ({ person, code, form, revision }: Given, begun: Answers) => {
  const [own, setOwn] = useState<Answers>(begun)
  const [savedAt, setSavedAt] = useState<string>()
  const newest = useRef(own)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = async () => {
    const answers = await withoutUnsent(form, partAnswers(form, newest.current).open)
    await ask('saveCaseDraft', { params: { code }, body: { revision, answers } }).then(
      (saved) => setSavedAt(saved.savedAt),
      // Without a network the phone has it; the next change tries again.
      () => setSavedAt(undefined),
    )
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (name: string, value: unknown) => {
    // Null, and not nothing: what was filled in for somebody and taken out again stays out.
    newest.current = { ...newest.current, [name]: value ?? null }
    setOwn(newest.current)
    void keepDraft(person, code, form, newest.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), calm)
  }
  return { own, change, savedAt, stop: () => clearTimeout(timer.current) }
}
