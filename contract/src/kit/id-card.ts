import { isCivilDate, type CivilDate } from './civil-date.ts'
import { t, type Text } from './text.ts'
import { tidyCode } from './typed-input.ts'

/** Why a resident identity number was refused. */
export type IdCardFault = 'empty' | 'length-15' | 'length' | 'characters' | 'checksum' | 'birth-date' | 'future'

/** What an identity number says about its holder, or why it cannot be one. `normalised`: the typed form was tidied. */
export type IdCardReading =
  { ok: true; number: string; birthOn: CivilDate; sex: 1 | 2; normalised: boolean } | { ok: false; reason: IdCardFault; suggestion?: Text }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first seventeen digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCardCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (weights[i] ?? 0)
  return '10X98765432'[sum % 11] ?? ''
}

const suggestions: Record<IdCardFault, Text> = {
  empty: t('请填写18位证件号码。', 'Fill in the 18-character number.'),
  'length-15': t('这是15位旧号码，请按现行身份证填写18位号码。', 'This is the old 15-digit form; copy all 18 characters from the current card.'),
  length: t('应为18位，请检查是否漏位或多位。', 'The number has 18 characters; look for a missing or extra one.'),
  characters: t('前17位只能是数字，末位为数字或X。', 'The first 17 characters are digits, the last a digit or X.'),
  checksum: t(
    '校验码不符，请对照证件逐位核对，常见为抄错一位或相邻两位颠倒。',
    'The check character does not agree; compare with the card, often one digit is wrong or two are swapped.',
  ),
  'birth-date': t('第7至14位应为真实的出生日期（年月日）。', 'Characters 7 to 14 must be a real date of birth.'),
  future: t('出生日期晚于今天，请核对第7至14位。', 'The date of birth lies in the future; check characters 7 to 14.'),
}

const refuse = (reason: IdCardFault): IdCardReading => ({ ok: false, reason, suggestion: suggestions[reason] })

/**
 * Reads a resident identity number however it was typed (GB 11643-1999).
 *
 * The same form serves residence permits of Hong Kong, Macao and Taiwan people (81, 82, 83…) and the permanent
 * residence card of foreigners (9…). The region is not looked up: people keep the number of a county that has since
 * been renamed (110228 for 110118). The age limit of 16 is a rule of joining, not of the number.
 * `today` is given by the caller, for this room has no clock; without it the future is not refused.
 */
export function readIdCard(raw: string, today?: CivilDate): IdCardReading {
  const number = tidyCode(raw)
    .toUpperCase()
    .replace(/[×Χχ]$/, 'X')
  if (number === '') return refuse('empty')
  if (/^\d{15}$/.test(number)) return refuse('length-15')
  if (!/^\d*X?$/.test(number)) return refuse('characters')
  if (number.length !== 18) return refuse('length')
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  // The date first: "month 13" tells the typist more than "check character wrong".
  if (!isCivilDate(birthOn) || birthOn < '1880-01-01') return refuse('birth-date')
  if (idCardCheck(number) !== number[17]) return refuse('checksum')
  if (today !== undefined && birthOn > today) return refuse('future')
  return { ok: true, number, birthOn, sex: Number(number[16]) % 2 === 1 ? 1 : 2, normalised: number !== raw }
}

/**
 * Builds a valid number for demonstration data from a six-digit region, a birth date and an order of 0–999 (odd: male).
 * Region 110118 with a birth before 2016 belongs to nobody: the code was born with the district.
 */
export function makeIdCard(region6: string, birth: CivilDate, order: number): string {
  if (!/^\d{6}$/.test(region6) || !isCivilDate(birth) || !Number.isInteger(order) || order < 0 || order > 999) {
    throw new RangeError('makeIdCard: region of 6 digits, a civil date, an order of 0 to 999')
  }
  const first17 = region6 + birth.replaceAll('-', '') + String(order).padStart(3, '0')
  return first17 + idCardCheck(first17)
}
