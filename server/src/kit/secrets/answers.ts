import { closedFields } from '@gongyou/contract/forms/closed.ts'
import type { Answers, Form } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from './key-ring.ts'

export { closedFields } from '@gongyou/contract/forms/closed.ts'

/** Answers parted into what lies open and what is sealed. */
export const partAnswers = (form: Form, answers: Answers) => {
  const names = new Set(closedFields(form))
  const entries = Object.entries(answers)
  return {
    open: Object.fromEntries(entries.filter(([n]) => !names.has(n))),
    shut: Object.fromEntries(entries.filter(([n]) => names.has(n))),
  }
}

/** The sealed part as it is stored, bound to its place; null where there is none. */
export const sealAnswers = (keys: KeyRing, place: string, shut: Readonly<Record<string, unknown>>) => {
  if (Object.keys(shut).length === 0) return { sealed: null, sealed_key: null }
  const { cipher, keyId } = keys.seal(JSON.stringify(shut), place)
  return { sealed: cipher, sealed_key: keyId }
}

export const unsealAnswers = (keys: KeyRing, place: string, row: { sealed: Buffer | null; sealed_key: number | null }): Answers => {
  if (!row.sealed || row.sealed_key === null) return {}
  return JSON.parse(keys.open({ keyId: row.sealed_key, cipher: row.sealed }, place)) as Answers
}
