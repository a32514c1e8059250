import { isCivilDate } from '../kit/civil-date.ts'

/** A civil date as papers write it: 2026年11月20日, no leading zeros. */
export const writtenDate = (on: string) => {
  if (!isCivilDate(on)) throw new RangeError('not a civil date: ' + on)
  return `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}

/** Money, given in cents: 12,450.00元. */
export const writtenMoney = (cents: number) => {
  const whole = Math.abs(Math.round(cents))
  const yuan = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}${yuan}.${String(whole % 100).padStart(2, '0')}元`
}

export const writtenNumber = (n: number) => {
  const [whole = '', part] = String(Math.abs(n)).split('.')
  return `${n < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part ? `.${part}` : ''}`
}

/** Width in ems: what is not ASCII takes a whole square, letters and digits half of one. */
export const emsOf = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x80 ? 0.5 : 1), 0)
