import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { sealedPlace } from '../../people/index.ts'
import type { Employer } from './employers.ts'
import type { TypedRow } from './typed-row.ts'
import type { Union } from './unions.ts'

/** A checked row in the words of the register. */
export type Input = {
  name: string; idType: string; idLast4: string; sex: number; birthOn: string | null
  ethnicity: string | null; education: string | null; mobile: string | null; household_type: string | null; is_migrant: boolean | null; residence_town: number | null; skill_level: string | null; title: string | null
  political_status: string | null; bank_card: string | null
  orgId: string; town: number | null; floating: boolean; orgEmployerId: string | null
  employerId: string | null; employerName: string | null; occupation: string | null; job: string | null; employmentForm: string | null; employmentState: string | null
  joinedOn: string | null; channel: string | null; status: 'active' | 'retained' | null
}
/** An input as it waits in the database: nothing sensitive in clear; `id_number` only for persons not known at the check. */
export type Waiting = Omit<Input, 'political_status' | 'bank_card'> & { key: number; sealed: Partial<Record<'id_number' | 'political_status' | 'bank_card', string>> }

export const inputOf = (typed: TypedRow, union: Union, employer: Employer | undefined): Input => ({
  name: typed.name, idType: typed.idType, idLast4: typed.idNumber.slice(-4), sex: typed.sex, birthOn: typed.birthOn,
  ethnicity: typed.ethnicity, education: typed.education, mobile: typed.mobile, household_type: typed.householdType, is_migrant: typed.isMigrant, residence_town: typed.residenceTown, skill_level: typed.skillLevel, title: typed.title,
  political_status: typed.politicalStatus, bank_card: typed.bankCard,
  orgId: union.id, town: union.town, floating: union.floating, orgEmployerId: union.employerId,
  employerId: employer?.id ?? null, employerName: employer && employer.id === null ? employer.name : null, occupation: typed.occupation, job: typed.job, employmentForm: typed.employmentForm, employmentState: typed.employmentState,
  joinedOn: typed.joinedOn, channel: typed.joinChannel, status: typed.status,
})

/** Seals what is sensitive to the person it will belong to, so that the commit only copies it. */
export const waitingOf = (keys: KeyRing, region: number, personId: string, input: Input, idNumber: string | null): Waiting => {
  const { political_status, bank_card, ...open } = input
  const sealed: Waiting['sealed'] = {}
  for (const [field, clear] of [['id_number', idNumber], ['political_status', political_status], ['bank_card', bank_card]] as const)
    if (clear !== null) sealed[field] = keys.seal(clear, sealedPlace(region, personId, field)).cipher.toString('base64')
  return { ...open, key: keys.current(), sealed }
}

/** Back to an input, with the sealed fields opened for comparing. */
export const openWaiting = (keys: KeyRing, region: number, personId: string, w: Waiting): Input => {
  const clear = (field: 'political_status' | 'bank_card') => {
    const cipher = w.sealed[field]
    return cipher ? keys.open({ keyId: w.key, cipher: Buffer.from(cipher, 'base64') }, sealedPlace(region, personId, field)) : null
  }
  return { ...w, political_status: clear('political_status'), bank_card: clear('bank_card') }
}
