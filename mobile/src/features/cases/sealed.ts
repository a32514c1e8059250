import type { Answers } from '@gongyou/contract/forms/index.ts'

/** Secret answers stay in this tab: a reload keeps them, a closed page does not, and nothing writes them to the phone. */
const place = (of: string) => `gongyou.sealed.${of}`

export const keepSealed = (of: string, answers: Answers) => {
  if (Object.keys(answers).length > 0) sessionStorage.setItem(place(of), JSON.stringify(answers))
  else sessionStorage.removeItem(place(of))
}

export const recallSealed = (of: string): Answers => {
  try {
    return JSON.parse(sessionStorage.getItem(place(of)) ?? '{}') as Answers
  } catch {
    return {}
  }
}

export const dropSealed = (of: string) => sessionStorage.removeItem(place(of))
