import { t } from '../../kit/text.ts'
import { service } from '../service.ts'

/** 回访: opened by a rating of two stars or less; somebody calls, listens, and if need be the case is opened again. */
export const returnVisit = service({
  code: 'return-visit',
  revision: 2,
  letters: 'HF',
  title: t('回访', 'Return visit'),
  summary: t('申请人评价较低，请当面或电话回访，了解原因。', 'A low rating: call or visit, and find out why.'),
  begunBy: ['case'],
  form: {
    stars: { kind: 'number', label: t('评价', 'Stars'), min: 1, max: 5 },
    complaint: { kind: 'text', label: t('评价内容', 'What was said'), lines: 3, max: 500, optional: true },
    how: {
      kind: 'choice',
      label: t('回访方式', 'How'),
      options: [
        { code: 'phone', label: t('电话', 'Phone') },
        { code: 'visit', label: t('上门', 'Visit') },
        { code: 'unreached', label: t('三次未联系上', 'Not reached in three tries') },
      ],
    },
    found: { kind: 'text', label: t('了解到的情况', 'What was found'), lines: 4, max: 1000 },
  },
  asksAtStart: ['stars', 'complaint'],
  roles: {
    visitor: { name: t('回访人', 'Visitor'), posts: ['station_head', 'town_chair', 'office_officer'], at: 'station' },
    head: { name: t('办公室', 'General office'), posts: ['office_head', 'office_officer'], at: 'district' },
  },
  states: {
    open: { name: t('待回访', 'To visit') },
    settled: { name: t('已回访', 'Visited'), final: true },
    reopened: { name: t('已重开原办件', 'Case reopened'), final: true },
  },
  begins: 'open',
  actions: {
    settle: {
      name: t('已说明，申请人理解', 'Explained and accepted'),
      from: 'open',
      to: 'settled',
      by: 'visitor',
      asks: ['how', 'found'],
      outcome: 'settled',
    },
    reopen: {
      name: t('重开原办件', 'Reopen the case'),
      from: 'open',
      to: 'reopened',
      by: 'visitor',
      asks: ['how', 'found'],
      outcome: 'reopened',
      effect: 'cases.reopen-origin',
    },
  },
  outcomes: { settled: { name: t('已回访', 'Visited'), good: true }, reopened: { name: t('重开原办件', 'Reopened'), good: true } },
  clocks: { visit: { name: t('回访', 'Return visit'), in: ['open'], within: { amount: 3, unit: 'working_days' }, owner: 'visitor', head: 'head' } },
  counts: { split: 'how' },
})
