import type { Language, Text } from '@gongyou/contract/kit/text.ts'

const place = 'gongyou.language'

/** Chosen language; Chinese unless the person chose otherwise. */
export const language = (): Language => (localStorage.getItem(place) === 'en' ? 'en' : 'zh')

export const chooseLanguage = (to: Language) => {
  localStorage.setItem(place, to)
  location.reload()
}

/** Says a `Text` in the chosen language. */
export const say = (text: Text) => text[language()]
