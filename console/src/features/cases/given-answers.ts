import type { Answers } from '@gongyou/contract/forms/index.ts'
import { bagOf } from '../../kit/form/given.ts'

/** Answers that a page already knows when it leads to a form: whoever clicked on a course is not asked which one. */
export const readGiven = (text: string | undefined): Answers => {
  if (!text) return {}
  try {
    return bagOf(JSON.parse(text))
  } catch {
    return {}
  }
}
export const writeGiven = (answers: Answers) => JSON.stringify(answers)
