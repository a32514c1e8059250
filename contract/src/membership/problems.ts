import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const membershipProblems = {
  'membership.join-code-unknown': [404, t('没有这个入会码，请重新扫描', 'Unknown joining code; please scan again')],
  'membership.join-code-expired': [410, t('这个入会码已过期，请向工作人员要新码', 'This joining code has expired; ask the staff for a new one')],
  'membership.already-member': [409, t('您已经是会员，可直接登录查看会员卡', 'Already a member; sign in to see the card')],
  'membership.already-applied': [409, t('您的申请正在审核，不用重复提交', 'An application is already being checked')],
  'membership.already-decided': [409, t('这份申请已由其他同事处理', 'A colleague has already decided this application')],
  'membership.not-a-member': [409, t('这个人现在不是在册会员', 'This person is not a member at present')],
  'membership.transfer-open': [409, t('已有一项接转正在办理', 'A transfer is already under way')],
  'membership.same-union': [422, t('接收工会与现在的工会相同', 'The receiving union is the present one')],
  'membership.wrong-kind': [422, t('这类组织不直接接收会员', 'This kind of organisation has no members of its own')],
  'membership.not-your-end': [403, t('接转的这一端不归您办理', 'This end of the transfer is not yours')],
  'membership.no-such-change': [422, t('会籍不能这样变更', 'Membership cannot change this way')],
  'membership.merge-same': [422, t('请选两个不同的人', 'Choose two different persons')],
  'membership.merge-undone': [409, t('这次合并已经撤销', 'This merge has already been undone')],
  'membership.too-young': [422, t('未满 16 周岁不能入会', 'One must be 16 to join')],
  'membership.not-returned': [409, t('这份申请现在不需要补正', 'This application needs no correction now')],
  'membership.no-union-yet': [409, t('您还没有入会或申请，请先扫码入会，或拨打 12351', 'You have neither joined nor applied; scan a code first, or call 12351')],
} as const satisfies Record<string, ProblemText>
