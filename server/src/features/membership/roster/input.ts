import type { Employer } from './employers.ts'
import type { TypedRow } from './typed-row.ts'
import type { Union } from './unions.ts'

/** A checked row in the words of the register. */
export type Input = {
  name: string
  idType: string
  idNumber: string
  sex: number
  birthOn: string | null
  ethnicity: string | null
  education: string | null
  mobile: string | null
  household_type: string | null
  is_migrant: boolean | null
  residence_town: number | null
  skill_level: string | null
  title: string | null
  political_status: string | null
  bank_card: string | null
  orgId: string
  town: number | null
  floating: boolean
  orgEmployerId: string | null
  employerId: string | null
  employerName: string | null
  occupation: string | null
  job: string | null
  employmentForm: string | null
  employmentState: string | null
  joinedOn: string | null
  channel: string | null
  status: 'active' | 'retained' | null
}
export const inputOf = (typed: TypedRow, union: Union, employer: Employer | undefined): Input => ({
  name: typed.name,
  idType: typed.idType,
  idNumber: typed.idNumber,
  sex: typed.sex,
  birthOn: typed.birthOn,
  ethnicity: typed.ethnicity,
  education: typed.education,
  mobile: typed.mobile,
  household_type: typed.householdType,
  is_migrant: typed.isMigrant,
  residence_town: typed.residenceTown,
  skill_level: typed.skillLevel,
  title: typed.title,
  political_status: typed.politicalStatus,
  bank_card: typed.bankCard,
  orgId: union.id,
  town: union.town,
  floating: union.floating,
  orgEmployerId: union.employerId,
  employerId: employer?.id ?? null,
  employerName: employer && employer.id === null ? employer.name : null,
  occupation: typed.occupation,
  job: typed.job,
  employmentForm: typed.employmentForm,
  employmentState: typed.employmentState,
  joinedOn: typed.joinedOn,
  channel: typed.joinChannel,
  status: typed.status,
})
