import { t } from '../../kit/text.ts'
import { days, rule, working } from '../rule-declaration.ts'

/** 12345 与信访。 */
export const hotline = [
  rule(
    'hotline_due',
    [0, 'as_printed'],
    t('12345 派单答复', 'Answer a hotline order'),
    t('收到派单', 'Order received'),
    ['北京市接诉即办工作条例 第13条', 'L'],
    { extension: 15, note: '以派单所注时间为准；确需延期的，说明理由后延长（条例第15条），最多天数由本单位设定' },
  ),
  rule(
    'hotline_danger',
    [2, 'hours'],
    t('12345 突发险情先行处置', 'Hotline: sudden danger'),
    t('收到派单', 'Order received'),
    ['接诉即办地方标准征求意见稿（2021）', 'W'],
    { note: '派单未注时间时参考' },
  ),
  rule(
    'hotline_supply',
    [24, 'hours'],
    t('12345 水电气热', 'Hotline: water, power, heat'),
    t('收到派单', 'Order received'),
    ['接诉即办地方标准征求意见稿（2021）', 'W'],
    { extension: 24, note: '派单未注时间时参考；最多可延小时数由本单位设定' },
  ),
  rule(
    'hotline_ordinary',
    days(7),
    t('12345 一般诉求', 'Hotline: ordinary'),
    t('收到派单', 'Order received'),
    ['接诉即办地方标准征求意见稿（2021）', 'W'],
    { extension: 15, note: '派单未注时间时参考；最多可延天数由本单位设定' },
  ),
  rule(
    'hotline_complex',
    days(15),
    t('12345 复杂诉求', 'Hotline: complex'),
    t('收到派单', 'Order received'),
    ['接诉即办地方标准征求意见稿（2021）', 'W'],
    { extension: 15, note: '派单未注时间时参考；最多可延天数由本单位设定' },
  ),
  rule('petition_reply', days(15), t('信访受理告知', 'Tell the petitioner'), t('直接收到信访', 'Petition received directly'), [
    '信访工作条例 第23条',
    'L',
  ]),
  rule('petition_object', working(5), t('对转送信访提出异议', 'Object to a transferred petition'), t('收到转送', 'Transferred petition received'), [
    '信访工作条例 第23条',
    'L',
  ]),
  rule('petition_close', days(60), t('信访事项办结', 'Close the petition'), t('受理', 'Accepted'), ['信访工作条例 第34条', 'L'], { extension: 30 }),
] as const

/** 工伤、监察、公示、困难核查。 */
export const others = [
  rule('injury_employer', days(30), t('用人单位申请工伤认定', 'Employer applies for recognition'), t('事故伤害发生', 'The accident'), [
    '工伤保险条例 第17条',
    'L',
  ]),
  rule('injury_worker', [1, 'years'], t('职工、近亲属或工会申请工伤认定', 'Worker, family or union applies'), t('事故伤害发生', 'The accident'), [
    '工伤保险条例 第17条',
    'L',
  ]),
  rule('injury_decision', days(60), t('作出工伤认定决定', 'Decide on recognition'), t('受理', 'Accepted'), ['工伤保险条例 第20条', 'L']),
  rule('injury_decision_simple', days(15), t('作出工伤认定决定（事实清楚）', 'Decide, simple case'), t('受理', 'Accepted'), [
    '工伤保险条例 第20条',
    'L',
  ]),
  rule('inspection_case', working(60), t('劳动保障监察办结', 'Finish the inspection'), t('立案', 'Filed'), ['劳动保障监察条例 第17条', 'L'], {
    extension: 30,
    note: '追溯两年（第20条）',
  }),
  rule('public_notice', working(5), t('公示期满', 'Public notice ends'), t('开始公示', 'Notice posted'), ['惯例：荣誉、困难建档、年轻干部', 'A'], {
    warn: ['due_day', 'overdue'],
  }),
  rule(
    'hardship_review',
    [12, 'months'],
    t('困难职工年度动态核查', 'Yearly check of a hardship file'),
    t('建档或上次核查', 'Filed or last checked'),
    ['惯例', 'A'],
  ),
] as const
