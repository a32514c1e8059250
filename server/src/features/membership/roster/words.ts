import {
  type CodeList,
  educations,
  employmentForms,
  employmentStates,
  ethnicities,
  householdTypes,
  joinChannels,
  membershipStatuses,
  newFormOccupations,
  politicalStatuses,
  professionalTitles,
  sexes,
  skillLevels,
  towns,
} from '@gongyou/contract/codes/index.ts'
import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import type { TypedRow } from './typed-row.ts'

const namesOf = (list: CodeList) => {
  const names = new Map(list.map((e) => [e.code, e.zh]))
  return (code: string | number | null) => (code === null ? '' : (names.get(String(code)) ?? String(code)))
}

/** Codes as a roster writes them: the words that a reader of the sheet knows and that read back as the same code. */
export const wordFor = {
  sex: namesOf(sexes),
  ethnicity: namesOf(ethnicities),
  politicalStatus: namesOf(politicalStatuses),
  education: namesOf(educations),
  occupation: namesOf(newFormOccupations),
  employmentForm: namesOf(employmentForms),
  employmentState: namesOf(employmentStates),
  householdType: namesOf(householdTypes),
  residenceTown: namesOf(towns),
  skillLevel: namesOf(skillLevels),
  professionalTitle: namesOf(professionalTitles),
  joinChannel: namesOf(joinChannels),
  status: namesOf(membershipStatuses),
  isMigrant: (yes: boolean | null) => (yes === null ? '' : yes ? '是' : '否'),
} as const

/** What a typed field says in words; undefined where it could not be understood and the raw text must stand. */
export const wordOf = (field: RosterFieldCode, typed: TypedRow): string | undefined => {
  if (field === 'name') return typed.name || undefined
  if (field === 'sex') return wordFor.sex(typed.sex)
  if (field === 'isMigrant') return wordFor.isMigrant(typed.isMigrant) || undefined
  if (field === 'occupation') return typed.occupation ? wordFor.occupation(typed.occupation) : (typed.job ?? undefined)
  if (field === 'professionalTitle') return wordFor.professionalTitle(typed.title) || undefined
  if (field === 'birthOn' || field === 'joinedOn' || field === 'mobile' || field === 'employer' || field === 'union') return typed[field] ?? undefined
  if (field === 'idType' || field === 'idNumber' || field === 'bankCard') return undefined
  return wordFor[field](typed[field] as never) || undefined
}
