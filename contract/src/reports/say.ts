import { type Claimed, type Form, phraseOf, type Qualifier, writePhrase } from '../kit/phrase.ts'
import type { Unit } from '../kit/units.ts'
import { measureWords, type TokenForm } from './token.ts'

export type Writing = {
  readonly form?: TokenForm | undefined
  readonly word?: string | undefined
  readonly plain?: boolean | undefined
  readonly bare?: boolean | undefined
}
export type Said = { readonly text: string; readonly qualifier: Qualifier; readonly base: number }

const small = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const quotients: readonly Unit[] = ['percent', 'days', 'stars']

/** The measure word that a unit takes here: one that says something else is not used. */
export const wordOf = (unit: Unit, word: string | undefined) =>
  word !== undefined && measureWords[unit].includes(word) ? word : measureWords[unit][0]!

const formOf = (form: TokenForm | undefined): Form =>
  form === undefined || form === 'spelled' || form === '以上' ? 'exact' : form === '超过' ? '超' : form

const written = (base: number, qualifier: Qualifier, unit: Unit, how: Writing): string => {
  const word = how.bare ? '' : wordOf(unit, how.word)
  if (how.form === 'spelled' && qualifier === 'exact' && Number.isInteger(base) && base >= 0 && base <= 10) return `${small[base]}${word}`
  const number = writePhrase(base, qualifier, { plain: how.plain ?? false })
  const spoken = how.form === '超过' && qualifier === '超' ? number.replace(/^超/, '超过') : number
  return `${spoken}${word}${qualifier === '以上' ? '以上' : ''}`
}

/**
 * A counted value as it stands in the text. Without a form it is exact; a form that would not be true of the value falls
 * back to the exact one. Rates and averages are never rounded.
 */
export const sayValue = (value: number, unit: Unit, how: Writing): Said => {
  const exact: Said = { text: written(value, 'exact', unit, how), qualifier: 'exact', base: value }
  if (quotients.includes(unit) || value < 0) return exact
  const phrase = phraseOf(value, formOf(how.form))
  return phrase ? { text: written(phrase.base, phrase.qualifier, unit, how), qualifier: phrase.qualifier, base: phrase.base } : exact
}

const openAbove: readonly Qualifier[] = ['余', '多', '超', '以上']

/** A number printed before the system, said again: as it was, or in another word that claims no more than it did. */
export const sayClaimed = (value: number, qualifier: Qualifier, unit: Unit, how: Writing): Said => {
  const asked: Qualifier = how.form === '超' || how.form === '超过' ? '超' : how.form === '以上' ? '以上' : qualifier
  const said = openAbove.includes(qualifier) ? asked : qualifier
  return { text: written(value, said, unit, how), qualifier: said, base: value }
}

/** How a number differs from the one of the year before. */
export const sayChange = (value: number, before: number, unit: Unit, how: Writing): string => {
  const difference = Math.round((value - before) * 100) / 100
  if (difference === 0) return '与上年同期持平'
  const more = difference > 0 ? '增加' : '减少'
  const amount = unit === 'percent' ? `${Math.abs(difference)}个百分点` : sayValue(Math.abs(difference), unit, { ...how, form: 'exact' }).text
  return `比上年同期${more}${amount}`
}

/** The same in hundredths; from nothing everything is infinitely more, and then nothing is said. */
export const sayGrowth = (value: number, before: number): string => {
  if (before <= 0) return ''
  const share = Math.round((1000 * (value - before)) / before) / 10
  return share === 0 ? '与上年同期持平' : `同比${share > 0 ? '增长' : '下降'}${Math.abs(share)}%`
}
/** The same for a table: +12, −3. */
export const sayDifference = (value: number, before: number): string => {
  const difference = Math.round((value - before) * 100) / 100
  return difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0'
}

export type Parts = { readonly numerator: number; readonly denominator: number; readonly silent: number | null; readonly reopened: number | null }

/** What stands behind a rate: out of how many, who did not answer, what was opened again. */
export const sayParts = (p: Parts) =>
  `（${p.numerator}/${p.denominator}${p.silent ? `，未答复${p.silent}` : ''}${p.reopened ? `，重开${p.reopened}` : ''}）`

export type { Claimed }
