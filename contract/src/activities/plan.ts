import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

/** 活动方案审批: the plan of an activity goes to whoever directs the department; agreed, it is published. */
export const activityPlan = service({
  code: 'activity-plan',
  revision: 1,
  letters: 'HD',
  title: t('活动方案审批', 'Approval of an activity'),
  summary: t('活动方案报批，同意后自动发布、开放报名。', 'The plan of an activity; agreed, it is published.'),
  begunBy: ['case'],
  form: {
    plan: { kind: 'text', label: t('活动方案', 'Plan'), lines: 8, max: 4000 },
    persons: { kind: 'number', label: t('计划人数', 'People'), min: 0, max: 1_000_000, optional: true },
    budget: { kind: 'money', label: t('经费预算', 'Budget'), optional: true },
  },
  roles: {
    approver: {
      name: t('审批人', 'Approver'),
      posts: [
        'union_chair',
        'town_chair',
        'station_head',
        'publicity_head',
        'organisation_head',
        'women_head',
        'skills_head',
        'rights_head',
        'office_head',
      ],
      at: 'unit',
    },
    head: { name: t('办公室', 'General office'), posts: ['office_head', 'office_officer'], at: 'district' },
  },
  states: {
    asked: { name: t('待审批', 'To be decided') },
    agreed: { name: t('已同意', 'Agreed'), final: true },
    returned: { name: t('已退回修改', 'Sent back'), final: true },
  },
  begins: 'asked',
  actions: {
    agree: {
      name: t('同意', 'Agree'),
      from: 'asked',
      to: 'agreed',
      by: 'approver',
      words: 'opinion',
      outcome: 'agreed',
      effect: 'activities.publish',
    },
    sendBack: {
      name: t('退回修改', 'Send back'),
      from: 'asked',
      to: 'returned',
      by: 'approver',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'returned',
      effect: 'activities.returned',
      plain: true,
    },
  },
  outcomes: { agreed: { name: t('同意', 'Agreed'), good: true }, returned: { name: t('退回修改', 'Sent back'), good: false } },
  clocks: { decide: { name: t('审批', 'Decision'), in: ['asked'], within: { amount: 3, unit: 'working_days' }, owner: 'approver', head: 'head' } },
})
