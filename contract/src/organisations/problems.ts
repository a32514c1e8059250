import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const organisationsProblems = {
  'organisations.wrong-parent': [422, t('这类组织不能设在该上级之下', 'This kind of organisation may not stand under that parent')],
  'organisations.same-name': [409, t('同一上级下已有同名组织', 'An organisation of this name already stands under this parent')],
  'organisations.uscc-taken': [409, t('这个统一社会信用代码已登记', 'This credit code is already registered')],
} as const satisfies Record<string, ProblemText>
