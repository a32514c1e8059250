import { type Answers, type Form, askedFields, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useState } from 'react'
import { say } from '../language.ts'
import { today } from './today.ts'

/** What is wrong with an answer, in the words of the screen; `path` as in the contract: `rows.2.income`. */
export type Fault = { path: string; says: string }

type Given = {
  form: Form
  /** The fields asked in this step; all of them where none are named. */
  names?: readonly string[]
  /** Answers of earlier steps and facts about the person: conditions may ask for them. */
  known?: Answers
  /** What stands in the fields at first. */
  start?: Answers
}

const under = (name: string) => (f: Fault) => f.path === name || f.path.startsWith(`${name}.`)

/** The field of a fault takes the focus once it is drawn. */
const goTo = (path: string) =>
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path.split('.')[0]!)}"]`)
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('[aria-invalid="true"], input, textarea, button, [tabindex]')?.focus({ preventScroll: true })
  })

/** A form being filled in: answers, faults, and the check that the server makes too. */
export const useAnswers = ({ form, names = Object.keys(form), known = {}, start = {} }: Given) => {
  const [answers, setAnswers] = useState<Answers>(start)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const show = (found: readonly Fault[]) => {
    setFaults(found)
    if (found[0]) goTo(found[0].path)
  }
  return {
    form,
    names,
    answers,
    faults,
    asked: askedFields(form, { ...known, ...answers }, names),
    set: (name: string, value: unknown) => {
      setAnswers((before) => ({ ...before, [name]: value }))
      setFaults((before) => before.filter((f) => !under(name)(f)))
    },
    replace: setAnswers,
    /** The answers tidied, or nothing: then every fault stands beside its field. */
    check: (): Answers | undefined => {
      const mine = Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
      const checked = checkAnswers(form, mine, { today: today(), names, known })
      show(checked.faults.map((f) => ({ path: f.path, says: say(f.says) })))
      return checked.faults.length === 0 ? checked.answers : undefined
    },
    /** Puts the server's faults beside the fields; false where the refusal is about something else. */
    refused: (error: unknown) => {
      const errors = error instanceof Refusal ? (error.problem.errors ?? []) : []
      const about = errors.filter((e) => e.path.startsWith('answers.')).map((e) => ({ path: e.path.slice('answers.'.length), says: e.message }))
      show(about)
      return about.length > 0 && about.length === errors.length
    },
  }
}
export type Filling = ReturnType<typeof useAnswers>
/** The faults of one field. */
export const faultsUnder = (faults: readonly Fault[], name: string) => faults.filter(under(name))
