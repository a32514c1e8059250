import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const matchmakingProblems = {
  'matchmaking.too-late': [409, t('已过填卡时间，互选结束后不能再改', 'It is too late to write a card')],
  'matchmaking.not-now': [409, t('现在不是互选时间，请看页面上的起止时间', 'This is not the time for choosing; the page says when it is')],
  'matchmaking.too-many': [422, t('超过可选人数，请去掉一些', 'More than one may choose; leave some out')],
  'matchmaking.nickname-taken': [409, t('这个昵称已有人用，请换一个', 'Somebody uses this name already; choose another')],
  'matchmaking.not-there': [409, t('到场签到的人才能互选', 'Only those who were there can choose')],
  'matchmaking.no-card': [409, t('先填联谊卡，别人看得到您，您才能看到别人', 'Write your card first: whoever looks can be seen')],
} as const satisfies Record<string, ProblemText>
