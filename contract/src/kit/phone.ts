import { t, type Text } from './text.ts'
import { tidyCode } from './typed-input.ts'

/** A mainland mobile number, tidied to eleven digits, or why it cannot be one. */
export type PhoneReading =
  { ok: true; number: string; normalised: boolean } | { ok: false; reason: 'empty' | 'several' | 'landline' | 'format'; suggestion: Text }

/** Reads a mainland mobile number, with or without +86, spaces, hyphens or full-width digits (`1[3-9]` and nine more). */
export function readPhone(raw: string): PhoneReading {
  const typed = tidyCode(raw).replace(/[().]/g, '')
  const number = typed.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  if (number === '') return { ok: false, reason: 'empty', suggestion: t('请填写11位手机号。', 'Fill in the 11-digit mobile number.') }
  if (/^1[3-9]\d{9}$/.test(number)) return { ok: true, number, normalised: number !== raw }
  if (/1[3-9]\d{9}\D*1[3-9]\d{9}/.test(number)) {
    return { ok: false, reason: 'several', suggestion: t('只能填一个手机号，请保留常用号码。', 'Keep one number only, the one in daily use.') }
  }
  if (/^0\d{9,11}$/.test(number)) {
    return { ok: false, reason: 'landline', suggestion: t('这是固定电话，请填写手机号。', 'This is a landline; give a mobile number.') }
  }
  return {
    ok: false,
    reason: 'format',
    suggestion: t('手机号应为11位数字，以13至19开头。', 'A mobile number has 11 digits and begins with 13 to 19.'),
  }
}
