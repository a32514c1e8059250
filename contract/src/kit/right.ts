import { type Text, t } from './text.ts'

/** Everything an officer can be entitled to do. A role is a set of these; a post in an organisation gives a role there. */
export const rights = {
  'people.read': t('查看职工（掩码）', 'See persons, masked'),
  'people.unmask': t('查看敏感信息', 'See personal data unmasked'),
  'people.edit': t('更正职工信息', 'Correct a person'),
  'people.merge': t('合并重复职工', 'Merge duplicate persons'),
  'organisations.read': t('查看组织树', 'See the union tree'),
  'organisations.edit': t('维护组织', 'Maintain organisations'),
  'documents.read': t('查看本组织的文件', 'Read the files of an organisation'),
  'membership.read': t('查看会员', 'See members'),
  'membership.decide': t('审批入会与接转', 'Decide joinings and transfers'),
  'membership.import': t('导入会员名册', 'Import rosters'),
  'membership.export': t('导出会员名册', 'Export rosters'),
  'registers.read': t('查看名册台账', 'See registers'),
  'registers.edit': t('维护名册台账', 'Maintain registers'),
  'registers.design': t('设计名册', 'Design registers'),
  'cases.read': t('查看办件', 'See cases'),
  'cases.handle': t('办理事项', 'Handle cases'),
  'cases.oversee': t('督办与调度办件', 'Oversee and reassign cases'),
  'cases.design': t('设计服务事项', 'Design services'),
  'accounts.manage': t('管理账号与权限', 'Manage accounts and rights'),
  'audit.read': t('查看审计记录', 'Read the audit trail'),
  'papers.read': t('查看公文', 'See papers'),
  'papers.write': t('拟写公文', 'Draft papers'),
  'papers.issue': t('签发和作废公文', 'Issue and withdraw papers'),
  'skills.read': t('查看竞赛与培训', 'See contests and classes'),
  'skills.enter': t('录入参赛和培训名单', 'Enter people for contests and classes'),
  'skills.run': t('组织竞赛与培训', 'Run contests and classes'),
  'skills.arbitrate': t('竞赛仲裁', 'Arbitrate contests'),
  'statistics.read': t('查看数字及其来源', 'See figures and their records'),
  'settings.calendar': t('维护日历与时限规则', 'Keep the calendar and the rules of time limits'),
  'settings.edit': t('修改设置', 'Change settings'),
} as const satisfies Record<string, Text>

export type Right = keyof typeof rights
