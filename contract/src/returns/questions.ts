import { type Checked, checkAnswers, isAnswered } from '../forms/index.ts'
import type { Answers, Field } from '../forms/field.ts'
import { type Text, t } from '../kit/text.ts'

/** A line that bounds a number, and how it is called. */
export type Bound = { code: string; label: Text }
/** A question as it is asked of a unit. */
export type Asked = { code: string; field: Field; always: boolean; notMoreThan: Bound | null; notLessThan: Bound | null }

type How = { today: string; nil: boolean }
/** What a line says: told of a figure, answered to a question. */
export type Told = (code: string) => unknown

const shown = (n: number) => n.toLocaleString('en-US')

const beyond = (q: Asked, value: number, told: Told): Text | undefined => {
  const most = q.notMoreThan && told(q.notMoreThan.code)
  if (typeof most === 'number' && value > most)
    return t(
      `不能大于“${q.notMoreThan!.label.zh}”（${shown(most)}）`,
      `Not more than “${q.notMoreThan!.label.en || q.notMoreThan!.label.zh}” (${shown(most)})`,
    )
  const least = q.notLessThan && told(q.notLessThan.code)
  if (typeof least === 'number' && value < least)
    return t(
      `不能小于“${q.notLessThan!.label.zh}”（${shown(least)}）`,
      `Not less than “${q.notLessThan!.label.en || q.notLessThan!.label.zh}” (${shown(least)})`,
    )
  return undefined
}

/** What is asked: of whoever has nothing to report only what stands, not what happened. */
export const askedNow = (questions: readonly Asked[], nil: boolean) => (nil ? questions.filter((q) => q.always) : questions)

/**
 * Checks the answers of a unit, on the screen and on the server alike: each by its own kind, and numbers against the lines
 * they are bound by. Bounds are judged by what the unit tells, not by what is counted.
 */
export const checkQuestions = (questions: readonly Asked[], given: Answers, told: Told, { today, nil }: How): Checked => {
  const asked = askedNow(questions, nil)
  const form = Object.fromEntries(asked.map((q) => [q.code, q.field]))
  // Of a unit with nothing to report the other questions are not asked; what stood in them is dropped.
  const known = new Set(questions.map((q) => q.code))
  const kept = Object.fromEntries(Object.entries(given).filter(([code]) => Object.hasOwn(form, code) || !known.has(code)))
  const { answers, faults } = checkAnswers(form, kept, { today })
  const said: Told = (code) => (known.has(code) ? answers[code] : told(code))
  const bounds = asked.flatMap((q) => {
    const value = answers[q.code]
    const says = typeof value === 'number' ? beyond(q, value, said) : undefined
    return says ? [{ path: q.code, says }] : []
  })
  return { answers, faults: [...faults, ...bounds] }
}

/** Whether the answers report something: a number other than nought, a choice, a word. What stands counts for nothing. */
export const reportsSomething = (questions: readonly Asked[], answers: Answers) =>
  questions.some((q) => !q.always && isAnswered(answers[q.code]) && answers[q.code] !== 0)
