import { type CodeList, joinChannels, membershipStatuses, newFormOccupations, organisationKinds, towns } from '@gongyou/contract/codes/index.ts'
import { language } from './language.ts'

const nameIn = (list: CodeList) => (code: string | number | null | undefined) => {
  if (code === null || code === undefined) return '—'
  const entry = list.find((e) => e.code === String(code))
  return entry ? entry[language()] : String(code)
}
const optionsOf = (list: CodeList) => list.map((e) => ({ value: e.code, label: e[language()] }))

/** How codes are called on the screens. */
export const channelName = nameIn(joinChannels)
export const statusName = nameIn(membershipStatuses)
export const occupationName = nameIn(newFormOccupations)
export const kindName = nameIn(organisationKinds)
export const townName = nameIn(towns)
export const options = { channel: optionsOf(joinChannels), status: optionsOf(membershipStatuses), occupation: optionsOf(newFormOccupations), kind: optionsOf(organisationKinds), town: optionsOf(towns) }
