import { t } from '../../kit/text.ts'
import { days, rule } from '../rule-declaration.ts'

/** 集体协商、集体合同、职代会。 */
export const bargaining = [
  rule('bargain_reply', days(20), t('书面答复协商要求', 'Written answer to the request'), t('收到集体协商要求', 'Bargaining request received'), [
    '北京市集体合同条例 第32条',
    'L',
  ]),
  rule('bargain_suspend', days(60), t('中止协商期满，恢复协商', 'Resume suspended talks'), t('中止协商', 'Talks suspended'), [
    '北京市集体合同条例 第37条',
    'L',
  ]),
  rule('contract_file', days(10), t('集体合同报送审查', 'File the contract'), t('双方首席代表签字', 'Both chief delegates sign'), [
    '北京市集体合同条例 第39条',
    'L',
  ]),
  rule('contract_effective', days(15), t('无异议，集体合同生效', 'No objection: contract takes effect'), t('劳动行政部门收到合同文本', 'Filed'), [
    '北京市集体合同条例 第39条；劳动合同法 第54条',
    'L',
  ]),
  rule(
    'contract_renew',
    [3, 'months'],
    t('可提出续订要求（期满前三个月内）', 'Renewal may be asked for'),
    t('集体合同期满', 'Contract expires'),
    ['北京市集体合同条例 第43条', 'L'],
    { direction: 'before', roll: 'none', note: '算出的是可以提出的第一天' },
  ),
  rule('contract_end_file', days(10), t('解除、终止集体合同报送', 'File the ending'), t('集体合同解除或终止', 'Contract cancelled or ended'), [
    '北京市集体合同条例 第48条',
    'L',
  ]),
  rule(
    'bargain_dispute',
    days(30),
    t('协调处理集体协商争议结束', 'End the coordination'),
    t('劳动行政部门受理', 'Accepted'),
    ['北京市集体合同条例 第50条', 'L'],
    { extension: 15 },
  ),
  rule(
    'congress_papers',
    days(7),
    t('职代会议题材料书面送交工会', 'Papers for the congress reach the union'),
    t('会议召开', 'The meeting'),
    ['北京市实施工会法办法（2015）第46条', 'L'],
    { direction: 'before' },
  ),
  rule(
    'layoff_notice',
    days(30),
    t('裁员前向工会或全体职工说明情况', 'Explain layoffs to the union or all staff'),
    t('裁减人员', 'The layoff'),
    ['劳动合同法 第41条；北京市实施工会法办法 第23条', 'L'],
    { direction: 'before', note: '裁减20人以上或10%以上' },
  ),
  rule(
    'dismissal_notice',
    [0, 'as_printed'],
    t('单方解除前将理由通知工会', 'Tell the union the reason first'),
    t('单方解除劳动合同', 'One-sided dismissal'),
    ['工会法 第22条；劳动合同法 第43条', 'L'],
    { note: '事先即可，没有天数；填解除之日' },
  ),
] as const

/** 建会、经费、换届。 */
export const organising = [
  rule(
    'union_setup_help',
    [6, 'months'],
    t('上级工会派员帮助建会', 'Upper union sends help'),
    t('用人单位成立，未建会', 'Employer founded, no union'),
    ['北京市实施工会法办法（2015）第11条', 'L'],
  ),
  rule(
    'dues_month',
    [15, 'day_of_next_month'],
    t('拨缴上月工会经费（工资总额2%）', 'Pay 2 % of last month’s wages'),
    t('工资所属月份', 'Month of the wages'),
    ['北京市实施工会法办法（2015）第55条', 'L'],
    { note: '逾期按日5‰' },
  ),
  rule('term_3y', [3, 'years'], t('基层工会换届（三年一届）', 'Re-election, three years'), t('本届选举产生', 'Elected'), ['工会法 第16条', 'L'], {
    roll: 'none',
  }),
  rule('term_5y', [5, 'years'], t('基层工会换届（五年一届）', 'Re-election, five years'), t('本届选举产生', 'Elected'), ['工会法 第16条', 'L'], {
    roll: 'none',
  }),
] as const
