import { bookingStates, placeKinds, venueKinds, venueStates } from '@gongyou/contract/codes/venue-codes.ts'
import { civilOf, clockOf } from '@gongyou/contract/venues/hours.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type List = readonly { readonly code: string; readonly zh: string; readonly en: string }[]
const nameIn = (list: List) => (code: string) => list.find((e) => e.code === code)?.[language()] ?? code
const optionsOf = (list: List) => list.map((e) => ({ value: e.code, label: e[language()] }))

export const venueKindName = nameIn(venueKinds)
export const venueStateName = nameIn(venueStates)
export const bookingStateName = nameIn(bookingStates)
export const placeKindName = nameIn(placeKinds)
export const venueKindOptions = () => optionsOf(venueKinds)
export const venueStateOptions = () => optionsOf(venueStates)
export const bookingStateOptions = () => optionsOf(bookingStates)
export const placeKindOptions = () => optionsOf(placeKinds)

export const weekdayNames = () =>
  language() === 'zh' ? ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] : ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `2026-11-25 14:00–16:00`. */
export const timeText = (b: { from: string; to: string }) => {
  const [from, to] = [civilOf(new Date(b.from)), civilOf(new Date(b.to))]
  const end = to.minute === 0 ? '24:00' : clockOf(to.minute)
  return `${from.day} ${clockOf(from.minute)}–${from.day === to.day || to.minute === 0 ? end : `${to.day} ${end}`}`
}
export const todayHere = () => civilOf(new Date()).day

/** Who a booking is for. */
export const holderOf = (b: { person: { name: string } | null; holder: string; org: { name: string } | null; state: string; because: string }) =>
  b.person?.name || b.holder || b.org?.name || (b.state === 'blocked' ? b.because : w('未写明', 'not said'))
