import { type Text, t } from '@gongyou/contract/kit/text.ts'

/** What the shape of a definition found wrong, in words: the officer who designs knows nothing of shapes. */
export const issueInWords = (issue: { code?: string | undefined; message: string }): Text => {
  if (issue.code === 'too_small') return t('请填写', 'Please fill this in')
  if (issue.code === 'too_big') return t('太长或太多，请减少', 'Too long or too many')
  return /[\u4e00-\u9fff]/.test(issue.message)
    ? t(issue.message, issue.message)
    : t('填写有误，请重新选择或填写', 'Not understood; choose or fill in again')
}

/** The title of a draft; it may hold anything, a title that is none included. */
export const titleOfDraft = (definition: unknown) => {
  const title = (definition as { title?: { zh?: unknown } | null }).title?.zh
  return typeof title === 'string' ? title : undefined
}

/** A code from the sound of a title (its search key), so that an officer need not invent names for machines. */
export const codeFromSound = (prefix: string, searchKey: string, otherwise: string) => {
  const words = searchKey.split(/\s+/).filter((w) => /^[a-z]+$/.test(w))
  return `${prefix}-${(words[0] ?? otherwise).slice(0, 12)}`
}

/** The code that was wanted, numbered where it is taken. */
export const freeCodeAmong = (taken: ReadonlySet<string>, wanted: string) => {
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(code)) return code
  }
}
