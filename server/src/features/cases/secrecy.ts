import type { Answers } from '@gongyou/contract/forms/index.ts'
import { sealAnswers as seal, unsealAnswers as unseal } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'

export { closedFields, partAnswers } from '@gongyou/contract/forms/index.ts'

const place = (region: number, caseId: string) => `${region}/case/${caseId}`

/** The sealed part as it is stored, bound to the case; null where there is none. */
export const sealAnswers = (keys: KeyRing, region: number, caseId: string, shut: Answers) => seal(keys, place(region, caseId), shut)

export const unsealAnswers = (keys: KeyRing, row: { region: number; id: string; sealed: Buffer | null; sealed_key: number | null }): Answers =>
  unseal(keys, place(row.region, row.id), row)
