import type { Language, Text } from '@gongyou/contract/kit/text.ts'
import { type ProblemCode, problemTexts } from '@gongyou/contract/problems.ts'

/** Which part of the request is meant, and what is wrong with it; one sentence where it is the same in both languages. */
export type Field = { path: string; message: string | Text }

/** What is wrong with a part, in both languages. */
export const textOf = ({ message }: Field): Text => (typeof message === 'string' ? { zh: message, en: message } : message)

/** Faults of answers or of a definition as parts of the request; `under` is where in the request they stand. */
export const fieldsOf = (faults: readonly { path: string; says: Text }[], under = ''): Field[] =>
  faults.map((f) => ({ path: `${under}${f.path}`, message: f.says }))

/** A refusal the caller can act upon. A bug is not a refusal: let it be a 500 with a request id. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly fields: Field[] | undefined
  /** The exact sentence in both languages, where it was given so. */
  readonly text: Text | undefined
  constructor(code: ProblemCode, more?: { says?: string | Text | undefined; fields?: Field[] | undefined }) {
    super(typeof more?.says === 'object' ? more.says.zh : (more?.says ?? problemTexts[code][1].zh))
    this.code = code
    this.status = problemTexts[code][0]
    this.fields = more?.fields
    this.text = typeof more?.says === 'object' ? more.says : undefined
  }
  /** The sentence in one language; one that was given in Chinese alone has the standing sentence as its English. */
  in(language: Language) {
    if (language === 'zh') return this.message
    return this.text?.en ?? problemTexts[this.code][1].en
  }
  fieldsIn(language: Language) {
    return this.fields?.map((f) => ({ path: f.path, message: textOf(f)[language] }))
  }
}

/** `throw refuse('membership.already-member')`. `says` replaces the standing sentence by a more exact one. */
export const refuse = (code: ProblemCode, more?: { says?: string | Text; fields?: Field[] }) => new Refused(code, more)
