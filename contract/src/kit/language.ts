import { type Language, type Text, t } from './text.ts'

const place = 'gongyou.language'

/** The language chosen in this browser; Chinese unless the person chose otherwise. */
export const language = (): Language => (localStorage.getItem(place) === 'en' ? 'en' : 'zh')

export const chooseLanguage = (to: Language) => {
  localStorage.setItem(place, to)
  location.reload()
}

/** Says a `Text` in the chosen language. */
export const say = (text: Text) => text[language()]

/** One sentence of the screen, written where it is shown: `w('保存', 'Save')`. */
export const w = (zh: string, en: string) => say(t(zh, en))
