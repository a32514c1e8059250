import type { Right } from '@gongyou/contract/kit/right.ts'
import { w } from './text.ts'

/** A place of the console, for whoever has the right, or one of several. */
export type Entry = { to: string; name: string; right?: Right | readonly Right[] }
export type Group = { name: string; entries: Entry[] }

/** Every place, in the order in which an office thinks of its work. */
export const groups = (): Group[] => [
  { name: '', entries: [{ to: '/', name: w('今天', 'Today') }] },
  {
    name: w('组织与会员', 'Unions and members'),
    entries: [
      { to: '/applications', name: w('入会审批', 'Applications'), right: 'membership.read' },
      { to: '/members', name: w('会员', 'Members'), right: 'membership.read' },
      { to: '/roster', name: w('名册导入', 'Roster import'), right: 'membership.import' },
      { to: '/transfers', name: w('会籍接转', 'Transfers'), right: 'membership.read' },
      { to: '/join-codes', name: w('入会码', 'Joining codes'), right: 'membership.read' },
      { to: '/duplicates', name: w('疑似重复', 'Duplicates'), right: 'people.merge' },
      { to: '/organisations', name: w('组织', 'Organisations'), right: 'organisations.read' },
      { to: '/employers', name: w('用人单位', 'Employers'), right: 'organisations.read' },
      { to: '/quality', name: w('数据质量', 'Data quality'), right: 'membership.read' },
    ],
  },
  {
    name: w('办件', 'Cases'),
    entries: [
      { to: '/queue', name: w('待办', 'Queue'), right: 'cases.handle' },
      { to: '/new-case', name: w('登记办件', 'Enter a case'), right: 'cases.handle' },
      { to: '/cases', name: w('办件台账', 'All cases'), right: 'cases.read' },
      { to: '/hand-over', name: w('工作移交', 'Hand work over'), right: 'cases.oversee' },
      { to: '/burden', name: w('填报负担', 'Burden of forms'), right: 'cases.read' },
    ],
  },
  {
    name: w('活动', 'Activities'),
    entries: [
      { to: '/activities', name: w('活动', 'Activities'), right: 'activities.read' },
      { to: '/activities-calendar', name: w('活动日历', 'Calendar'), right: 'activities.read' },
      { to: '/new-activity', name: w('新建活动', 'Plan an activity'), right: 'activities.edit' },
      { to: '/activity-kinds', name: w('活动类型', 'Kinds of activity'), right: 'activities.design' },
    ],
  },
  {
    name: w('阵地', 'Venues'),
    entries: [
      { to: '/venues', name: w('阵地', 'Venues'), right: 'venues.read' },
      { to: '/bookings', name: w('预订台', 'Booking desk'), right: 'venues.read' },
    ],
  },
  { name: w('点单', 'Courses'), entries: [{ to: '/course-menu', name: w('课程菜单', 'Courses'), right: 'registers.read' }] },
  {
    name: w('热线', 'Hotline'),
    entries: [
      { to: '/hotline', name: w('热线工单', 'Orders'), right: 'cases.read' },
      { to: '/hotline-rates', name: w('热线三率', 'Rates'), right: 'statistics.read' },
    ],
  },
  {
    name: w('公文', 'Papers'),
    entries: [
      { to: '/papers', name: w('发文登记簿', 'Register'), right: 'papers.read' },
      { to: '/paper-templates', name: w('公文模板', 'Templates'), right: 'papers.read' },
      { to: '/paper-check', name: w('格式检查', 'Layout check') },
    ],
  },
  {
    name: w('名册', 'Registers'),
    entries: [{ to: '/registers', name: w('名册台账', 'Registers'), right: 'registers.read' }],
  },
  {
    name: w('数字', 'Figures'),
    entries: [
      { to: '/cockpit', name: w('驾驶舱', 'Cockpit'), right: 'statistics.read' },
      { to: '/figures', name: w('数字与来源', 'Figures'), right: 'statistics.read' },
      { to: '/claims', name: w('已发布数字', 'Published numbers'), right: 'statistics.read' },
      { to: '/reports', name: w('报告', 'Reports'), right: 'reports.read' },
      { to: '/targets', name: w('目标与进度', 'Targets'), right: 'statistics.read' },
      { to: '/returns', name: w('报表', 'Returns'), right: ['returns.fill', 'returns.oversee'] },
      { to: '/return-forms', name: w('报表设计', 'Forms of returns'), right: 'returns.design' },
    ],
  },
  {
    name: w('管理', 'Administration'),
    entries: [
      { to: '/clocks', name: w('时限与日历', 'Time limits') },
      { to: '/accounts', name: w('账号与权限', 'Accounts'), right: 'accounts.manage' },
      { to: '/designs', name: w('事项设计', 'Services'), right: 'cases.design' },
      { to: '/audit', name: w('审计记录', 'Audit'), right: 'audit.read' },
    ],
  },
]
