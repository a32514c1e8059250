import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const reportsProblems = {
  'reports.no-such-kind': [404, t('没有这种报告', 'No such kind of report')],
  'reports.frozen': [
    409,
    t('报告已经定稿，文字和数字不能再改；事后的差异请列入勘误', 'The report has been frozen; later differences go into its corrections'),
  ],
  'reports.not-submitted': [409, t('报告没有送审，不能核定', 'The report has not been submitted')],
  'reports.submitted': [409, t('报告正在审核，请先退回再改', 'The report is being decided; have it returned before changing it')],
  'reports.not-frozen': [409, t('报告还没有定稿', 'The report has not been frozen yet')],
  'reports.already-published': [409, t('报告已经发布', 'The report has been published already')],
  'reports.unfinished': [422, t('文中还有没有来源的数字，请换成系统数字或注明来源', 'There are numbers without a source; replace or mark them')],
  'reports.own-report': [409, t('送审的人不能自己核定，请由另一位负责人核定', 'Whoever submitted it may not approve it; somebody else must')],
  'reports.unknown-token': [422, t('文中有不认识的数字标记，请重新插入', 'The text holds a token that is not known; insert it anew')],
  'reports.no-value': [422, t('这个数字在报告的时段里没有值', 'This figure has no value in the period of the report')],
  'reports.not-begun': [400, t('这个时段还没有开始，没有可统计的记录', 'The period has not begun; there is nothing to count')],
  'reports.place-elsewhere': [422, t('表中的单位不属于报告单位，请重新选择', 'An organisation of the table does not belong to the one that reports')],
  'reports.table-too-large': [422, t('表太大：请减少行或列，最多 600 个数字', 'The table is too large: at most 600 numbers')],
  'reports.table-empty': [422, t('报告单位没有这一级的下级单位，请换一种行', 'There is no organisation of this level beneath; choose other rows')],
  'reports.nothing-new': [409, t('定稿后的数字没有变化，不需要勘误', 'No number has changed; there is nothing to correct')],
  'reports.dates-wrong': [
    400,
    t('结束日期不能早于开始日期，时段最长十年', 'The last day lies before the first, or the period is longer than ten years'),
  ],
} as const satisfies Record<string, ProblemText>
