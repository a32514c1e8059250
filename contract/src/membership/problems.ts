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
  'membership.no-union-yet': [
    409,
    t('您还没有入会或申请，请先扫码入会，或拨打 12351', 'You have neither joined nor applied; scan a code first, or call 12351'),
  ],
  'roster.file-refused': [422, t('这个文件不能作为名册读取', 'This file cannot be read as a roster')],
  'roster.no-header': [
    422,
    t('没有找到表头，请确认有一行写着“姓名”“证件号码”等列名', 'No header was found; one row must name the columns, such as name and document number'),
  ],
  'roster.no-rows': [422, t('表头下面没有数据', 'There are no rows beneath the header')],
  'roster.no-such-sheet': [422, t('文件里没有这张工作表', 'The file has no such sheet')],
  'roster.columns-missing': [422, t('姓名和证件号码两列必须对应', 'The columns of name and document number must be told')],
  'roster.column-twice': [422, t('同一项不能对应两列', 'One field cannot come from two columns')],
  'roster.wrong-step': [409, t('这一批现在不能这样处理，请刷新后再看', 'This roster cannot be handled so at this step; please reload')],
  'roster.file-gone': [410, t('文件已不在，请重新上传', 'The file is gone; please upload it again')],
  'roster.unmask-needed': [403, t('导出完整证件号码需要“查看敏感信息”权限', 'Full numbers need the right to see personal data unmasked')],
} as const satisfies Record<string, ProblemText>
