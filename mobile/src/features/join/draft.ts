import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { applyToJoin } from '@gongyou/contract/membership/routes.ts'
import type { IdType } from '@gongyou/contract/codes/id-types.ts'
import { type Proof, noProof } from '../phone/PhoneCode.tsx'

/** What has been filled in so far. */
export type Draft = {
  name: string
  idType: IdType
  idNumber: string
  occupation: string
  platforms: string[]
  employer: string
  proof: Proof
  agreed: boolean
  agreedNumber: boolean
  savedAt: number
}
export type Receipt = ReplyOf<typeof applyToJoin>

const empty: Draft = {
  name: '',
  idType: 'resident_id',
  idNumber: '',
  occupation: '',
  platforms: [],
  employer: '',
  proof: noProof,
  agreed: false,
  agreedNumber: false,
  savedAt: 0,
}
const place = 'gongyou.joining'
const done = 'gongyou.joined'
const week = 7 * 86_400_000

const parse = (text: string | null): Partial<Draft> => {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}

/** The draft of this tab, or what an earlier one left behind: WeChat closes pages without asking. */
export const recallDraft = (): Draft => {
  const own = sessionStorage.getItem(place)
  const kept = parse(own ?? localStorage.getItem(place))
  return Date.now() - (kept.savedAt ?? 0) > week ? empty : { ...empty, ...kept }
}

/** The ID number stays in this tab only; the rest lasts a week. */
export const keepDraft = (draft: Draft) => {
  const now = { ...draft, savedAt: Date.now() }
  sessionStorage.setItem(place, JSON.stringify(now))
  localStorage.setItem(place, JSON.stringify({ ...now, idNumber: '' }))
}

export const dropDraft = () => {
  sessionStorage.removeItem(place)
  localStorage.removeItem(place)
}

export const keepReceipt = (receipt: Receipt) => sessionStorage.setItem(done, JSON.stringify(receipt))
export const recallReceipt = (): Receipt | undefined => JSON.parse(sessionStorage.getItem(done) ?? 'null') ?? undefined
