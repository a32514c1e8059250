import { type Frame, holdsFor, isAnswered } from './condition.ts'
import { type Fault, faultTexts } from './faults.ts'
import type { Answers, Field, Form } from './field.ts'
import { missingText, readField } from './read-field.ts'

/** Everything that is asked of whoever fills in the form now: fields whose condition holds, in order. */
export const askedFields = (form: Form, frame: Frame, names: readonly string[] = Object.keys(form)): readonly (readonly [string, Field])[] => {
  // A field may depend on one before it; what is not asked counts as not answered for those after it.
  const seen: Record<string, unknown> = { ...frame }
  const asked: (readonly [string, Field])[] = []
  for (const name of Object.keys(form)) {
    const field = form[name]!
    if (field.when && !holdsFor(field.when, seen)) {
      seen[name] = undefined
      continue
    }
    if (names.includes(name)) asked.push([name, field])
  }
  return asked
}

export type Checked = { answers: Answers; faults: readonly Fault[] }

type How = {
  /** Civil day of filling in. */
  today: string
  /** The fields asked in this step; all of the form where none are named. */
  names?: readonly string[] | undefined
  /** Answers of earlier steps and facts about the person, for conditions. */
  known?: Frame | undefined
  /** A draft: what is missing is no fault yet. */
  draft?: boolean | undefined
}

/**
 * Checks what was filled in: the same rules on phone, console and server. Returns the answers tidied, only those that are
 * asked, and every fault at once. A name the form does not have is a fault; an answer whose question is not asked is dropped.
 */
export const checkAnswers = (form: Form, given: Answers, { today, names, known = {}, draft = false }: How): Checked => {
  const allowed = names ?? Object.keys(form)
  const faults: Fault[] = Object.keys(given)
    .filter((name) => !(Object.hasOwn(form, name) && allowed.includes(name)))
    .map((path) => ({ path, says: faultTexts.unknown }))
  const answers: Record<string, unknown> = {}
  for (const [name, field] of askedFields(form, { ...known, ...given }, allowed)) {
    const raw = given[name]
    if (!isAnswered(raw)) {
      if (!field.optional && !draft) faults.push({ path: name, says: missingText(field) })
      continue
    }
    const read = readField(name, field, raw, today)
    faults.push(...read.faults)
    if (read.faults.length === 0) answers[name] = read.value
  }
  return { answers, faults }
}
