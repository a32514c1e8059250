import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const statisticsProblems = {
  'statistics.no-such-figure': [404, t('没有这个数字', 'No such figure')],
  'statistics.nothing-to-say': [
    409,
    t('这个数字此时没有值（分母为零），不能发布', 'This figure has no value now (nothing to divide by) and cannot be published'),
  ],
  'statistics.not-true': [409, t('这样写与实际值不符，请换一种写法', 'Written this way it would not be true; choose another form')],
  'statistics.code-taken': [409, t('这个编号已经用过', 'This code is taken')],
  'statistics.no-number': [400, t('原文里读不出数字，请照原样录入，如“4300余人”', 'No number can be read from the wording; enter it as printed')],
  'statistics.faulty': [409, t('这个数字的口径还有问题，请按提示修改', 'The definition has faults; please correct them')],
  'statistics.revision-taken': [409, t('刚有人发布了这一版，请刷新', 'Somebody has just published this revision; reload')],
  'statistics.target-taken': [409, t('这个时段已有目标，请先撤下', 'There is a target for this period; take it back first')],
  'statistics.already-withdrawn': [409, t('已经撤回', 'Already withdrawn')],
} as const satisfies Record<string, ProblemText>
