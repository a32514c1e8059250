import type { Field } from '@gongyou/contract/forms/index.ts'

/** What every control is given. `wrong` says what to do; `wrongAt` the same for a part of it (`rows.2.income`). */
export type ControlGiven<F = Field> = {
  name: string
  field: F
  value: unknown
  change: (value: unknown) => void
  left: () => void
  wrong: string | undefined
  wrongAt: (path: string) => string | undefined
}
export type Of<K extends Field['kind']> = Extract<Field, { kind: K }>
