import type { Text } from '@gongyou/contract/kit/text.ts'
import { type ProblemCode, problemTexts } from '@gongyou/contract/problems.ts'

type Field = { path: string; message: string }

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
}

/** `throw refuse('membership.already-member')`. `says` replaces the standing sentence by a more exact one. */
export const refuse = (code: ProblemCode, more?: { says?: string | Text; fields?: Field[] }) => new Refused(code, more)
