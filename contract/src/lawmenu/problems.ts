import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const lawmenuProblems = {
  'lawmenu.not-held-yet': [409, t('这一场还没有开始，讲完再办', 'The session has not begun; come back when it is over')],
  'lawmenu.nobody-counted': [422, t('没有签到记录，请填写实到人次', 'Nobody was checked in; fill in how many attended')],
  'lawmenu.day-passed': [422, t('授课时间已经过去，请先改期', 'The time of the session has passed; set another first')],
} as const satisfies Record<string, ProblemText>
