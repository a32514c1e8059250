import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { z } from 'zod'

type Issue = { code?: string; input?: unknown; origin?: unknown; minimum?: unknown; maximum?: unknown; format?: unknown; expected?: unknown }

const isEmpty = (v: unknown) => v === undefined || v === null || v === ''

const tooSmall = ({ origin, minimum }: Issue) => {
  if (origin === 'string') return t(`至少 ${minimum} 个字`, `At least ${minimum} characters`)
  if (origin === 'array' || origin === 'set' || origin === 'map') return t(`至少 ${minimum} 项`, `At least ${minimum} entries`)
  return t(`不能小于 ${minimum}`, `At least ${minimum}`)
}
const tooBig = ({ origin, maximum }: Issue) => {
  if (origin === 'string') return t(`最多 ${maximum} 个字`, `At most ${maximum} characters`)
  if (origin === 'array' || origin === 'set' || origin === 'map') return t(`最多 ${maximum} 项`, `At most ${maximum} entries`)
  return t(`不能大于 ${maximum}`, `At most ${maximum}`)
}
const format = ({ format }: Issue) => {
  if (format === 'date') return t('请按“2026-03-01”的样子填写日期', 'Write the date like 2026-03-01')
  if (format === 'datetime') return t('时间写法不对', 'Not a moment in time')
  if (format === 'uuid') return t('编号写法不对，请刷新页面后重试', 'Not an id; reload the page and try again')
  return t('写法不对，请核对', 'Not written as it should be')
}

/** What is wrong with a value of a request, in the words of somebody who helps to mend it. */
export const fieldWords = (issue: Issue): Text => {
  if (isEmpty(issue.input) && issue.code !== 'unrecognized_keys') return t('请填写', 'Please fill this in')
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_format') return format(issue)
  if (issue.code === 'invalid_value') return t('请从给出的选项中选择', 'Choose one of the options')
  if (issue.code === 'unrecognized_keys') return t('有不认识的内容，请刷新页面后重试', 'Holds something unknown; reload the page and try again')
  if (issue.expected === 'int') return t('请填写整数', 'Write a whole number')
  if (issue.expected === 'number') return t('请填写数字', 'Write a number')
  return t('内容无法识别，请重新填写', 'Not understood; please fill in again')
}

const between = '\n'
/** Both languages travel in the one message that the library gives; a message of our own schemas is one line. */
export const speakBoth = () =>
  z.config({
    localeError: (issue) => {
      const { zh, en } = fieldWords(issue as Issue)
      return `${zh}${between}${en}`
    },
  })
export const textOfMessage = (message: string): Text => {
  const [zh = '', en = zh] = message.split(between)
  return { zh, en }
}
