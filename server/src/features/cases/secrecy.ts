import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'

export { closedFields, partAnswers } from '@gongyou/contract/forms/index.ts'

const place = (region: number, caseId: string) => `${region}/case/${caseId}`

/** The sealed part as it is stored, bound to the case; null where there is none. */
export const sealAnswers = (keys: KeyRing, region: number, caseId: string, shut: Answers) => {
  if (Object.keys(shut).length === 0) return { sealed: null, sealed_key: null }
  const { cipher, keyId } = keys.seal(JSON.stringify(shut), place(region, caseId))
  return { sealed: cipher, sealed_key: keyId }
}

export const unsealAnswers = (keys: KeyRing, row: { region: number; id: string; sealed: Buffer | null; sealed_key: number | null }): Answers => {
  if (!row.sealed || row.sealed_key === null) return {}
  return JSON.parse(keys.open({ keyId: row.sealed_key, cipher: row.sealed }, place(row.region, row.id))) as Answers
}
