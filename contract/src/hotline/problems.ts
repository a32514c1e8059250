import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const hotlineProblems = {
  'hotline.known-order': [409, t('这个工单编号已经登记过', 'This order number has been entered already')],
  'hotline.no-header': [422, t('没有找到表头，请确认有一行写着“工单编号”“诉求内容”等列名', 'No header row with order number and matter was found')],
  'hotline.too-many': [413, t('一次最多导入 2000 张工单，请分开导入', 'At most 2,000 orders at once; split the list')],
} as const satisfies Record<string, ProblemText>
