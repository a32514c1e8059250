import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const hotlineProblems = {
  'hotline.known-order': [409, t('这个工单编号已经登记过', 'This order number has been entered already')],
  'hotline.district-only': [403, t('工单由区总工会办公室导入，请联系办公室', 'Orders are imported by the general office of the district')],
  'hotline.list-refused': [422, t('这个表格文件读不出来', 'This spreadsheet cannot be read')],
  'hotline.no-header': [
    422,
    t(
      '没有找到表头。请确认有一行列名，至少写着“工单编号”“派单时间”“诉求内容”',
      'No header row was found: it names at least the order number, the day it was sent and what is asked',
    ),
  ],
  'hotline.too-many': [422, t('一次最多导入 2,000 张工单，请分成几个文件', 'At most 2,000 orders at once; please split the list')],
} as const satisfies Record<string, ProblemText>
