import { t } from '../../kit/text.ts'
import { service } from '../service.ts'

/** 异议: the person objects to how a case ended; somebody else than the one who decided looks at it again. */
export const appeal = service({
  code: 'appeal',
  revision: 2,
  letters: 'YY',
  title: t('办理结果异议', 'Objection to a result'),
  summary: t('对办理结果有异议，由上一级复核。', 'An objection to a result, reviewed one level up.'),
  begunBy: ['case'],
  form: {
    why: { kind: 'text', label: t('异议理由', 'Reason'), lines: 4, max: 1000 },
    review: { kind: 'text', label: t('复核意见', 'Findings of the review'), lines: 4, max: 2000 },
  },
  asksAtStart: ['why'],
  roles: { reviewer: { name: t('复核人', 'Reviewer'), posts: ['office_head', 'office_officer'], at: 'district' } },
  states: {
    review: {
      name: t('复核中', 'Under review'),
      says: t('区总工会正在复核，10 个工作日内答复您。', 'The district reviews it and answers within ten working days.'),
    },
    kept: { name: t('维持原结果', 'Result kept'), final: true },
    changed: { name: t('重新办理', 'Handled anew'), final: true },
  },
  begins: 'review',
  actions: {
    change: {
      name: t('重新办理', 'Handle anew'),
      from: 'review',
      to: 'changed',
      by: 'reviewer',
      asks: ['review'],
      words: 'answer',
      outcome: 'changed',
      effect: 'cases.reopen-origin',
    },
    keep: {
      name: t('维持原结果', 'Keep the result'),
      from: 'review',
      to: 'kept',
      by: 'reviewer',
      asks: ['review'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'kept',
      plain: true,
    },
  },
  outcomes: { kept: { name: t('维持', 'Kept'), good: false }, changed: { name: t('重新办理', 'Changed'), good: true } },
  clocks: {
    review: { name: t('异议复核', 'Review'), in: ['review'], within: { amount: 10, unit: 'working_days' }, owner: 'reviewer', head: 'reviewer' },
  },
})
