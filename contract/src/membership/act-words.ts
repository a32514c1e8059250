import { type Text, t } from '../kit/text.ts'

/** How the acts about a person are told to that person. */
export const actWords: Readonly<Record<string, Text>> = {
  'person.registered': t('登记到职工名册', 'Entered in the registry'),
  'person.corrected': t('更正了资料', 'Data corrected'),
  'person.work-corrected': t('更正了工作信息', 'Work details corrected'),
  'person.correction-asked': t('申请更正', 'Correction asked for'),
  'person.consent-withdrawn': t('撤回了同意', 'Consent withdrawn'),
  'membership.applied': t('提交入会申请', 'Applied to join'),
  'membership.application-returned': t('申请退回补正', 'Application returned for correction'),
  'membership.application-resubmitted': t('补正后重新提交', 'Application sent again'),
  'membership.application-refused': t('申请未通过', 'Application not accepted'),
  'membership.application-withdrawn': t('撤回入会申请', 'Application withdrawn'),
  'membership.joined': t('成为会员', 'Became a member'),
  'membership.moved-in': t('会籍转入', 'Membership moved in'),
  'membership.moved-out': t('会籍转出', 'Membership moved out'),
  'membership.left': t('退会', 'Left the union'),
}
