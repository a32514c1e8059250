import {
  codeOf,
  educations,
  employmentForms,
  employmentStates,
  ethnicities,
  householdTypes,
  idTypes,
  joinChannels,
  membershipStatuses,
  newFormOccupations,
  politicalStatuses,
  professionalTitles,
  sexes,
  skillLevels,
  towns,
} from '@gongyou/contract/codes/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { tidy } from '@gongyou/contract/kit/typed-input.ts'
import { codeReader, detached } from './cells.ts'
import { type Fault, bad, look } from './faults.ts'

const yesses = new Set(['是', '1', 'y', 'yes', 'true', '√', '对'])
const noes = new Set(['否', '0', '2', 'n', 'no', 'false', '×', '不是'])

/** The readers of all coded columns, each with a memory of its own. */
export const codesOf = () => {
  const occupations = new Map<string, string | null>()
  const townsRead = new Map<string, number | null>()
  return {
    idType: codeReader('idType', idTypes),
    sex: codeReader('sex', sexes),
    ethnicity: codeReader('ethnicity', ethnicities),
    politicalStatus: codeReader('politicalStatus', politicalStatuses),
    education: codeReader('education', educations),
    employmentForm: codeReader('employmentForm', employmentForms),
    employmentState: codeReader('employmentState', employmentStates),
    householdType: codeReader('householdType', householdTypes),
    skillLevel: codeReader('skillLevel', skillLevels),
    professionalTitle: codeReader('professionalTitle', professionalTitles),
    joinChannel: codeReader('joinChannel', joinChannels),
    status: codeReader('status', membershipStatuses),

    /** Occupations of new forms of employment have codes; any other job is kept in its own words. */
    newForm: (text: string): string | null => {
      let code = occupations.get(text)
      if (code === undefined) {
        code = codeOf(newFormOccupations, text) ?? null
        if (occupations.size < 1000) occupations.set(detached(text), code)
      }
      return code === 'other' ? null : code
    },
    yes: (text: string, faults: Fault[]): boolean | null => {
      if (text === '') return null
      const word = tidy(text).toLowerCase()
      if (yesses.has(word)) return true
      if (noes.has(word)) return false
      faults.push(bad('isMigrant', t('应填“是”或“否”', 'Yes or no is wanted'), undefined, text.slice(0, 40)))
      return null
    },
    /** A town by name or code, or the town an address names; people may live elsewhere. */
    town: (text: string, faults: Fault[]): number | null => {
      if (text === '') return null
      let code = townsRead.get(text)
      if (code === undefined) {
        const exact = codeOf(towns, text) ?? towns.find((x) => text.includes(x.zh))?.code
        code = exact ? Number(exact) : null
        if (townsRead.size < 1000) townsRead.set(detached(text), code)
      }
      if (code === null && !/其他|其它|区外|外区|elsewhere/.test(text))
        faults.push(look('residenceTown', t('不是本区镇街，未登记', 'Not a town of this district; left out'), undefined, text.slice(0, 40)))
      return code
    },
  }
}
