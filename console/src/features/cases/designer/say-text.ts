import type { Text } from '@gongyou/contract/kit/text.ts'
import { language } from '../../../kit/language.ts'

/**
 * Writes a sentence of the declaration. An officer writes one language: what is written in Chinese stands for English too,
 * for a translation of the words that stood there before would be wrong now. On an English screen only the English changes.
 */
export const written = (before: Text | undefined, typed: string): Text =>
  language() === 'en' && before && before.zh !== before.en && before.zh !== '' ? { ...before, en: typed } : { zh: typed, en: typed }
export const shown = (text: Text | undefined) => (text ? (language() === 'en' ? text.en || text.zh : text.zh) : '')
