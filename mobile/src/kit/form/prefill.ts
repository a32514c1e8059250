import { newFormOccupations } from '@gongyou/contract/codes/work-codes.ts'
import { type Answers, type Field, type Form, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { say } from '../language.ts'

/** What the registry knows, in the shape the question wants: a town for an address, a name for a text. */
const shaped = (field: Field, value: unknown): unknown => {
  if (field.kind === 'choice' && typeof value === 'number') return String(value)
  if (field.kind === 'address' && typeof value === 'number') return { town: value, text: '' }
  if (field.kind === 'text' && typeof value === 'object' && value !== null && 'name' in value) return value.name
  if (field.kind === 'text' && field.from === 'person.occupation') {
    const known = newFormOccupations.find((o) => o.code === value)
    return known ? say(known) : value
  }
  return value
}

/** Answers that need not be asked, each in the shape of its field; what is whole and right is shown as filled in. */
export const prefilled = (form: Form, known: Answers, from: Readonly<Record<string, string>>, today: string) => {
  const answers: Record<string, unknown> = {}
  const whole = new Set<string>()
  for (const [name, value] of Object.entries(known)) {
    const field = form[name]
    if (!field) continue
    answers[name] = shaped(field, value)
    const { when: _, ...always } = field
    // A draft is what somebody is in the middle of writing: it is shown as a question, however it stands.
    if (from[name] === 'draft') continue
    if (checkAnswers({ [name]: always as Field }, { [name]: answers[name] }, { today }).faults.length === 0) whole.add(name)
    else if (field.kind !== 'address') delete answers[name]
  }
  return { answers, whole: whole as ReadonlySet<string> }
}
