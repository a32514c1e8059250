import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const peopleProblems = {
  'people.already-registered': [409, t('这个证件号码已登记在另一人名下', 'This ID number is registered to another person')],
  'people.name-mismatch': [
    422,
    t('姓名与登记的证件不一致，请核对，或到服务站办理', 'The name does not match the registered ID; check it or visit a station'),
  ],
  'people.number-in-text': [
    422,
    t('请不要在这里写证件号码，工作人员会联系您核对原件', 'Please do not write the ID number here; the station will check the card with you'),
  ],
} as const satisfies Record<string, ProblemText>
