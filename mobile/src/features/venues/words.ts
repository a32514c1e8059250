import { bookingStates, venueAccess, venueFacilities, venueKinds } from '@gongyou/contract/codes/venue-codes.ts'
import { type Now, clockOf } from '@gongyou/contract/venues/hours.ts'
import { shortDay, today } from '../../kit/day.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type List = readonly { readonly code: string; readonly zh: string; readonly en: string }[]
const nameIn = (list: List) => (code: string) => list.find((e) => e.code === code)?.[language()] ?? code

export const kindName = nameIn(venueKinds)
export const facilityName = nameIn(venueFacilities)
export const accessName = nameIn(venueAccess)
export const stateName = nameIn(bookingStates)
export const kinds = () => venueKinds.map((k) => ({ value: k.code, label: k[language()] }))

const weekdays = () =>
  language() === 'zh' ? ['一', '二', '三', '四', '五', '六', '日'].map((d) => `周${d}`) : ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
export const weekdayName = (index: number) => weekdays()[index]!

const time = (at: { day: string; minute: number }) => (at.day === today() ? clockOf(at.minute) : `${shortDay(at.day)} ${clockOf(at.minute)}`)

/** “正在开放，到 20:00”, as a person asks it. */
export const nowText = (now: Now, state: 'open' | 'suspended') => {
  if (state === 'suspended') return w('暂停开放', 'Closed for now')
  if (now.open)
    return now.until ? w(`正在开放，到 ${time(now.until)}`, `Open until ${time(now.until)}`) : w('正在开放，24 小时', 'Open round the clock')
  return now.next ? w(`现在没开，${time(now.next)} 开门`, `Closed; opens ${time(now.next)}`) : w('近期不开放', 'Not open these days')
}

export const farText = (metres: number) =>
  metres < 1000
    ? w(`${Math.max(50, Math.round(metres / 50) * 50)} 米`, `${Math.max(50, Math.round(metres / 50) * 50)} m`)
    : w(`${(metres / 1000).toFixed(1)} 公里`, `${(metres / 1000).toFixed(1)} km`)
