import { t, type Text } from './text.ts'
import { tidyCode } from './typed-input.ts'

/** Why a unified social credit code was refused. */
export type UsccFault = 'empty' | 'length' | 'characters' | 'organisation-check' | 'checksum'

/** What kind of body the first two characters name (GB 32100-2015 and later notices; 81 base union, 89 other union). */
export type UsccHolder =
  'government' | 'institution' | 'social' | 'enterprise' | 'self-employed' | 'cooperative' | 'base-union' | 'other-union' | 'other'

/** A unified social credit code, tidied, or why it cannot be one. */
export type UsccReading = { ok: true; number: string; holder: UsccHolder; normalised: boolean } | { ok: false; reason: UsccFault; suggestion: Text }

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const holders: Record<string, UsccHolder> = {
  '11': 'government',
  '12': 'institution',
  '51': 'social',
  '52': 'social',
  '53': 'social',
  '91': 'enterprise',
  '92': 'self-employed',
  '93': 'cooperative',
  '81': 'base-union',
  '89': 'other-union',
}

const suggestions: Record<UsccFault, Text> = {
  empty: t('请填写18位统一社会信用代码。', 'Fill in the 18-character unified social credit code.'),
  length: t('应为18位，请对照营业执照或法人证书。', 'The code has 18 characters; compare with the licence.'),
  characters: t(
    '只含数字和大写字母，且没有 I、O、S、V、Z：请检查是否把 0 写成 O、1 写成 I、2 写成 Z、5 写成 S。',
    'Digits and capital letters without I, O, S, V, Z: look for O typed for 0, I for 1, Z for 2, S for 5.',
  ),
  'organisation-check': t(
    '第9至17位（组织机构代码）校验不符，请逐位核对。',
    'Characters 9 to 17 (organisation code) fail their check; compare one by one.',
  ),
  checksum: t('末位校验码不符，请逐位核对。', 'The last character does not agree with the rest; compare one by one.'),
}

const refuse = (reason: UsccFault): UsccReading => ({ ok: false, reason, suggestion: suggestions[reason] })

/** The check character of an eight-character organisation code (GB 11714-1997). */
export function organisationCheck(first8: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += Number.parseInt(first8[i] ?? '', 36) * (organisationWeights[i] ?? 0)
  return '0X987654321'[sum % 11] ?? ''
}

/** The check character of the first seventeen characters (GB 32100-2015, modulus 31). */
export function usccCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(first17[i] ?? '') * (weights[i] ?? 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** Reads a unified social credit code however it was typed, with both of its checks (GB 32100-2015, GB 11714-1997). */
export function readUscc(raw: string): UsccReading {
  const number = tidyCode(raw).toUpperCase()
  if (number === '') return refuse('empty')
  if (number.length !== 18) return refuse('length')
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) return refuse('characters')
  if (organisationCheck(number.slice(8, 16)) !== number[16]) return refuse('organisation-check')
  if (usccCheck(number) !== number[17]) return refuse('checksum')
  return { ok: true, number, holder: holders[number.slice(0, 2)] ?? 'other', normalised: number !== raw }
}

/** Builds a valid code for demonstration data from two leading characters, a six-digit region and eight characters. */
export function makeUscc(kind2: string, region6: string, organisation8: string): string {
  const first17 = kind2 + region6 + organisation8 + organisationCheck(organisation8)
  const made = first17 + usccCheck(first17)
  if (!readUscc(made).ok) throw new RangeError('makeUscc: characters outside the alphabet of GB 32100')
  return made
}
