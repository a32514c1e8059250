import { Refusal } from '@gongyou/contract/kit/client.ts'
import { w } from './text.ts'

/** The request never arrived: no network, or the server cannot be reached. */
export const isUnreached = (error: unknown) => Boolean(error) && !(error instanceof Refusal)

/** What to tell the person, in words that say what to do. */
export const wordsOf = (error: unknown) =>
  error instanceof Refusal
    ? error.problem.detail
    : w('没有网络。填的内容还在，联网后再点一次。', 'No network. What you filled in is still here; try again when connected.')

export const codeOf = (error: unknown) => (error instanceof Refusal ? error.problem.code : undefined)

/** The sentence for one field of a refused form. */
export const wordsFor = (error: unknown, path: string) =>
  error instanceof Refusal ? error.problem.errors?.find((e) => e.path === path || e.path.endsWith(`.${path}`))?.message : undefined
