import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const clocksProblems = {
  'clocks.no-such-rule': [422, t('没有这条时限规则', 'There is no such rule')],
  'clocks.no-limit': [422, t('这条规则没有固定时限，不能起算', 'This rule sets no limit to count')],
  'clocks.date-needed': [422, t('请填写来文上注明的日期', 'Give the date printed on the paper')],
  'clocks.date-too-early': [422, t('到期日不能早于起算日', 'The due date cannot come before the start')],
  'clocks.stopped': [409, t('这项时限已经结束', 'This clock has already stopped')],
  'clocks.paused': [409, t('这项时限正在中止，请先恢复', 'This clock is paused; resume it first')],
  'clocks.cannot-pause': [409, t('来文注明的日期和事前时限不能中止', 'A printed date or a limit before an event cannot be paused')],
  'clocks.not-extendable': [422, t('这项时限不能延长', 'This limit cannot be extended')],
  'clocks.extension-too-long': [422, t('超过可以延长的期限', 'Longer than the limit may be extended')],
  'clocks.already-over': [409, t('已经逾期，不能再延长', 'Already overdue; it can no longer be extended')],
  'clocks.preview-stale': [
    409,
    t('预览之后日历或时限有了变化，请看过新的预览再确认', 'Something changed after the preview; look at it again and confirm'),
  ],
  'clocks.no-draft': [409, t('这一年没有待应用的修改', 'There is no change of this year to apply')],
  'clocks.day-twice': [422, t('同一天填了两次', 'The same day is given twice')],
  'clocks.day-of-other-year': [422, t('日期不在这一年', 'The day lies in another year')],
  'clocks.not-a-weekend': [422, t('调休上班只能安排在周末', 'Only a weekend day can become a working day')],
  'clocks.list-unreadable': [422, t('没有读出日期，请粘贴通知全文，或每行一天', 'No days were found; paste the whole notice, or one day a line')],
  'clocks.revision-not-newer': [422, t('生效日期不能早于上一版', 'The new revision cannot begin before the last one')],
} as const satisfies Record<string, ProblemText>
