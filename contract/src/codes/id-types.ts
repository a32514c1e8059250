import type { CivilDate } from '../kit/civil-date.ts'
import { readIdCard, type IdCardFault } from '../kit/id-card.ts'
import { t, type Text } from '../kit/text.ts'
import { tidyCode } from '../kit/typed-input.ts'
import type { CodeIn, CodeList } from './code-list.ts'

/** Kinds of identity document; GA/T 517 numbers, as municipal sheets use them, are among the synonyms. */
export const idTypes = [
  {
    code: 'resident_id',
    zh: '居民身份证',
    en: 'Resident identity card',
    also: ['身份证', '二代身份证', '中华人民共和国居民身份证', '111', '01', '1'],
  },
  {
    code: 'hmt_residence',
    zh: '港澳台居民居住证',
    en: 'Residence permit for Hong Kong, Macao and Taiwan residents',
    also: ['港澳居民居住证', '台湾居民居住证', '居住证'],
  },
  {
    code: 'hk_macao_permit',
    zh: '港澳居民来往内地通行证',
    en: 'Mainland travel permit for Hong Kong and Macao residents',
    also: ['港澳通行证', '回乡证', '516'],
  },
  { code: 'taiwan_permit', zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents', also: ['台湾通行证', '台胞证', '511'] },
  { code: 'foreign_residence', zh: '外国人永久居留身份证', en: 'Foreign permanent resident card', also: ['外国人永久居留证', '永久居留证', '553'] },
  { code: 'passport', zh: '护照', en: 'Passport', also: ['普通护照', '414'] },
] as const satisfies CodeList
export type IdType = CodeIn<typeof idTypes>

/** An identity number of any kind, tidied, with birth and sex where the number tells them; or why it cannot be one. */
export type IdReading =
  | { ok: true; number: string; normalised: boolean; birthOn?: CivilDate; sex?: 1 | 2 }
  | { ok: false; reason: IdCardFault | 'format' | 'other-type'; suggestion?: Text }

const plain =
  (shape: RegExp, suggestion: Text) =>
  (raw: string): IdReading => {
    const number = tidyCode(raw).toUpperCase()
    if (number === '') return { ok: false, reason: 'empty' }
    return shape.test(number) ? { ok: true, number, normalised: number !== raw } : { ok: false, reason: 'format', suggestion }
  }

const card =
  (prefix: RegExp, suggestion: Text) =>
  (raw: string, today?: CivilDate): IdReading => {
    const read = readIdCard(raw, today)
    return read.ok && !prefix.test(read.number) ? { ok: false, reason: 'other-type', suggestion } : read
  }

const residence = card(
  /^9/,
  t(
    '外国人永久居留身份证号码为18位且以9开头（2023年前的旧版为3个字母加12位数字）。',
    'The card has 18 digits beginning with 9; those issued before 2023 have three letters and 12 digits.',
  ),
)

const readers: Record<IdType, (raw: string, today?: CivilDate) => IdReading> = {
  resident_id: card(/^[1-7]/, t('这不是居民身份证号码，请核对证件类型。', 'This number is of another document; check the kind of document.')),
  hmt_residence: card(/^8[123]/, t('港澳台居民居住证号码以81、82或83开头。', 'Numbers of this permit begin with 81, 82 or 83.')),
  hk_macao_permit: plain(/^[HM]\d{8}(?:\d{2})?$/, t('应为字母H或M加8位数字。', 'H or M and eight digits.')),
  taiwan_permit: plain(/^\d{8}(?:\d{2})?$/, t('应为8位数字。', 'Eight digits.')),
  foreign_residence: (raw, today) => (/^[A-Z]{3}\d{12}$/.test(tidyCode(raw).toUpperCase()) ? plain(/^/, t('', ''))(raw) : residence(raw, today)),
  passport: plain(/^(?=.*\d)[A-Z0-9]{5,17}$/, t('护照号为5至17位字母和数字。', 'Five to seventeen letters and digits.')),
}

/** Reads the number of a document of a given kind. Only the 18-digit kinds have a check character; the rest have a shape. */
export const readIdNumber = (type: IdType, raw: string, today?: CivilDate): IdReading => readers[type](raw, today)
