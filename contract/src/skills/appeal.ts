import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

/** 竞赛成绩异议: raised while a result is posted, judged by the arbitration group within three working days (setting of ours). */
export const contestAppeal = service({
  code: 'contest-appeal',
  revision: 1,
  letters: 'ZC',
  title: t('竞赛成绩异议', 'Objection to a contest result'),
  summary: t('公示期间对名次或成绩有异议，由仲裁组核查。', 'An objection raised while a result is posted; the arbitration group looks into it.'),
  begunBy: ['case'],
  form: {
    trade: { kind: 'text', label: t('竞赛和工种', 'Contest and trade'), max: 140 },
    why: { kind: 'text', label: t('异议内容和理由', 'What is objected to, and why'), lines: 4, max: 1000 },
    finding: { kind: 'text', label: t('核查情况', 'Findings'), lines: 4, max: 2000 },
  },
  asksAtStart: ['trade', 'why'],
  roles: { arbitration: { name: t('仲裁组', 'Arbitration group'), posts: ['skills_head', 'leader'], at: 'district' } },
  states: {
    open: {
      name: t('核查中', 'Being looked into'),
      says: t('仲裁组正在核查，3 个工作日内答复您。', 'The arbitration group answers within three working days.'),
    },
    upheld: { name: t('异议成立', 'Upheld'), final: true },
    rejected: { name: t('维持成绩', 'Result stands'), final: true },
  },
  begins: 'open',
  actions: {
    uphold: {
      name: t('异议成立，更正成绩', 'Uphold'),
      from: 'open',
      to: 'upheld',
      by: 'arbitration',
      asks: ['finding'],
      words: 'answer',
      outcome: 'upheld',
    },
    reject: {
      name: t('维持成绩', 'The result stands'),
      from: 'open',
      to: 'rejected',
      by: 'arbitration',
      asks: ['finding'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'rejected',
      plain: true,
    },
  },
  outcomes: { upheld: { name: t('异议成立', 'Upheld'), good: true }, rejected: { name: t('维持成绩', 'Result stands'), good: false } },
  clocks: {
    look: {
      name: t('核查竞赛异议', 'Look into the objection'),
      in: ['open'],
      within: { amount: 3, unit: 'working_days' },
      owner: 'arbitration',
      head: 'arbitration',
    },
  },
})
