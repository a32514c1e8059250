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
  'returns.answers-wrong': [422, t('填报项有误，请按提示修改', 'Some answers need correcting')],
  'returns.not-nil': [422, t('零报的各项发生数应为 0', 'Where there is nothing to report every line must be nought')],
  'returns.faulty': [422, t('报表还没有设计好', 'The form is not complete yet')],
  'returns.revision-taken': [409, t('这一版已由别人发布，请刷新后再看', 'Somebody else has published this revision')],
  'returns.code-taken': [409, t('这张报表已有一份草稿', 'There is a draft of this form already')],
  'returns.not-obliged': [422, t('这个单位不报这张报表', 'This unit does not hand in this form')],
  'returns.early-mark': [422, t('报送日期不能早于报告期结束，也不能晚于今天', 'Not before the period has ended, and not after today')],
  'returns.own-sheet': [403, t('自己报的表由上级收', 'Your own return is received by the level above')],
} as const satisfies Record<string, ProblemText>
