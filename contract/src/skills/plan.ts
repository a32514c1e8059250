import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

/** 竞赛方案报批: springs from a contest; whoever approves it is not the one who filed it. */
export const contestPlan = service({
  code: 'contest-plan',
  revision: 1,
  letters: 'JS',
  title: t('竞赛方案报批', 'Approval of a contest'),
  summary: t('技能竞赛的方案：工种、轮次、评分办法、称号名额，批准后发布通知。', 'The plan of a skill contest: trades, rounds, scoring, titles.'),
  begunBy: ['case'],
  form: {
    contest: { kind: 'text', label: t('竞赛名称', 'Contest'), max: 80 },
    level: { kind: 'text', label: t('级别', 'Level'), max: 20 },
    days: { kind: 'text', label: t('比赛时间', 'Days'), max: 60 },
    trades: { kind: 'text', label: t('工种、轮次和称号名额', 'Trades, rounds, titles'), lines: 8, max: 4000 },
  },
  roles: { approver: { name: t('批准人', 'Approver'), posts: ['skills_head', 'leader'], at: 'district' } },
  states: {
    filed: { name: t('待批准', 'Filed') },
    approved: { name: t('已批准', 'Approved'), final: true },
    returned: { name: t('退回修改', 'Sent back'), final: true },
  },
  begins: 'filed',
  actions: {
    approve: {
      name: t('批准方案', 'Approve'),
      from: 'filed',
      to: 'approved',
      by: 'approver',
      words: 'opinion',
      outcome: 'approved',
      effect: 'skills.approve-plan',
    },
    sendBack: {
      name: t('退回修改', 'Send back'),
      from: 'filed',
      to: 'returned',
      by: 'approver',
      words: 'opinion',
      wordsNeeded: true,
      outcome: 'returned',
      effect: 'skills.return-plan',
      plain: true,
    },
  },
  outcomes: { approved: { name: t('已批准', 'Approved'), good: true }, returned: { name: t('退回修改', 'Sent back'), good: false } },
  clocks: {
    answer: {
      name: t('审批竞赛方案', 'Answer the plan'),
      in: ['filed'],
      within: { amount: 5, unit: 'working_days' },
      owner: 'approver',
      head: 'approver',
    },
  },
})
