import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from './key-ring.ts'

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
