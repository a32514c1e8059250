import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const returnsProblems = {
  'returns.round-open': [409, t('这一期已经布置过', 'This period has been opened already')],
  'returns.no-form': [404, t('没有这种报表', 'There is no such form')],
  'returns.too-early': [409, t('这一期还没有结束，结束后才能布置', 'The period has not ended yet')],
  'returns.numbers-moved': [409, t('填报期间系统数有变化，请核对后再上报', 'The numbers moved while you were filling in; look at them again')],
  'returns.line-missing': [422, t('有指标没有填写', 'A line is missing')],
  'returns.reason-missing': [422, t('与系统数不同的，请写明原因', 'Say why it differs from the system’s number')],
  'returns.not-from-here': [409, t('这张报表现在不能这样办理', 'The return cannot be moved like this now')],
  'returns.own-sheet': [403, t('自己报的表由上级收', 'Your own return is received by the level above')],
} as const satisfies Record<string, ProblemText>
