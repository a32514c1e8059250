import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const organisingProblems = {
  'organising.no-parent': [
    422,
    t('没有找到可以隶属的上级工会，请先转到所在镇街', 'There is no federation for it to stand under; transfer the case to its town'),
  ],
  'organising.no-union-yet': [409, t('批复建会之后才能办理这一步', 'The union must be approved first')],
} as const satisfies Record<string, ProblemText>
