import { type Answers, type Field, type Form, type Frame, askedFields, isAnswered } from '@gongyou/contract/forms/index.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'

export type Asked = readonly (readonly [string, Field])[]
export type Screen = { title: Text | null; fields: Asked }

/** How much of a screen a question takes. */
const weight = (field: Field) => (field.kind === 'table' || field.kind === 'signature' || field.kind === 'files' || field.kind === 'consent' ? 2 : 1)
const most = 5

/** The form in screens: a section begins one; without sections about five questions each. */
export const screensOf = (form: Form, frame: Frame, names: readonly string[]): readonly Screen[] => {
  const asked = askedFields(form, frame, names)
  const sectioned = names.some((n) => form[n]?.section)
  const screens: { title: Text | null; fields: (readonly [string, Field])[] }[] = []
  // A section goes on through questions that are not asked, so its heading is looked for in the whole form.
  const headOf = (name: string) => {
    const before = names.slice(0, names.indexOf(name) + 1)
    return before.reduceRight<Text | null>((found, n) => found ?? form[n]?.section ?? null, null)
  }
  let full = 0
  for (const entry of asked) {
    const title = sectioned ? headOf(entry[0]) : null
    const last = screens.at(-1)
    full += weight(entry[1])
    if (last && (sectioned ? last.title === title : full <= most)) last.fields.push(entry)
    else {
      screens.push({ title, fields: [entry] })
      full = weight(entry[1])
    }
  }
  return screens
}

export const namesOf = (asked: Asked): readonly string[] => asked.map(([name]) => name)

export const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(names.filter((n) => isAnswered(answers[n])).map((n) => [n, answers[n]]))
