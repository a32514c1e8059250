import { type Language, type Text, t } from './text.ts'

const place = 'gongyou.language'

/** The language chosen in this browser; Chinese unless the person chose otherwise. */
export const language = (): Language => (localStorage.getItem(place) === 'en' ? 'en' : 'zh')

export const chooseLanguage = (to: Language) => {
  localStorage.setItem(place, to)
  location.reload()
}

/** Says a `Text` in the chosen language; what an officer wrote in Chinese only is said in Chinese. */
export const say = (text: Text) => text[language()] || text.zh

/** One sentence of the screen, written where it is shown: `w('保存', 'Save')`. */
export const w = (zh: string, en: string) => say(t(zh, en))
