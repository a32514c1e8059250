import { t } from '../../kit/text.ts'
import { days, rule, working } from '../rule-declaration.ts'

/** 法律援助。 */
export const aid = [
  rule('legal_aid_review', days(7), t('法律援助审查决定', 'Decide on legal aid'), t('法律援助机构收到申请', 'Application received'), [
    '法律援助法 第43条',
    'L',
  ]),
  rule('legal_aid_assign', days(3), t('指派法律援助人员', 'Assign a lawyer'), t('决定给予法律援助', 'Aid granted'), ['法律援助法 第43条', 'L']),
  rule(
    'legal_aid_bj',
    working(5),
    t('北京法律援助审查决定', 'Decide on legal aid, Beijing'),
    t('受理申请', 'Accepted'),
    ['北京市法律援助条例（2008）第21条', 'L'],
    { note: '早于2022年法律援助法，是否仍适用待核' },
  ),
  rule('union_aid_review', days(7), t('工会法律援助审查决定', 'Decide on the union’s own legal aid'), t('收到申请', 'Application received'), [
    '工会法律援助办法（总工发〔2008〕52号）；时限为本会设定',
    'A',
  ]),
] as const

/** 一函两书与答复。 */
export const letters = [
  rule(
    'employer_reply_15d',
    days(15),
    t('用人单位书面答复工会', 'Employer answers the union in writing'),
    t('工会提出纠正侵权的书面要求', 'Union’s written demand delivered'),
    ['北京市实施工会法办法（2015）第28条', 'L'],
    { note: '修订后条文待核' },
  ),
  rule(
    'authority_reply',
    working(15),
    t('有关部门书面告知工会处理结果', 'Authority tells the union in writing'),
    t('对工会建议作出决定', 'Authority has decided'),
    ['北京市实施工会法办法（2015）第28、63条', 'L'],
  ),
  rule(
    'opinion_letter_reply',
    days(15),
    t('答复工会劳动法律监督意见书', 'Reply to the opinion letter'),
    t('意见书送达', 'Letter delivered'),
    ['工会劳动法律监督办法（总工办发〔2021〕9号）；时限为本会设定', 'A'],
    { note: '其他省份有15个工作日或60日' },
  ),
] as const
