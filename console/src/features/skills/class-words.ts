import { w } from '../../kit/text.ts'

export const classState = (state: 'coming' | 'running' | 'over' | 'finished') =>
  ({ coming: w('未开班', 'To come'), running: w('在办', 'Running'), over: w('待结班', 'To be finished'), finished: w('已结班', 'Finished') })[state]
export const classTone = { coming: 'contest-entry', running: 'contest-running', over: 'contest-notice_over', finished: 'contest-awarded' } as const
export const modeWord = (mode: 'site' | 'online' | 'both') =>
  ({ site: w('线下', 'On site'), online: w('线上', 'Online'), both: w('线上线下', 'Both') })[mode]
export const partWord = (part: 'am' | 'pm' | 'eve') => ({ am: w('上午', 'morning'), pm: w('下午', 'afternoon'), eve: w('晚上', 'evening') })[part]
/** Hours are kept in tenths. */
export const hoursWord = (tenths: number) => w(`${tenths / 10} 课时`, `${tenths / 10} hours`)
export const yuan = (cents: number | null) => (cents === null ? '—' : w(`${money(cents)} 元`, `${money(cents)} yuan`))
const money = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
