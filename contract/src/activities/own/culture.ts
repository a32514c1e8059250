import { t } from '../../kit/text.ts'
import { activityKind } from '../kind.ts'

/** 体育活动: matches, walks, routes; teams sign up as one. */
export const sports = activityKind({
  code: 'sports',
  revision: 1,
  title: t('体育活动', 'Sports'),
  summary: t('乒乓球赛、篮球赛、户外健步等。', 'Matches, walks and outdoor days.'),
  counts: 'names',
  form: {
    discipline: { kind: 'text', label: t('项目', 'Discipline'), max: 40 },
    insurance: {
      kind: 'choice',
      label: t('保险', 'Insurance'),
      options: [
        { code: 'bought', label: t('已投保', 'Bought') },
        { code: 'none', label: t('无需投保', 'Not needed') },
      ],
    },
    cost: { kind: 'money', label: t('经费预算', 'Budget'), optional: true },
  },
  questions: {
    team: { kind: 'text', label: t('队名', 'Team'), max: 30, optional: true },
    fit: {
      kind: 'consent',
      revision: '1',
      label: t('健康承诺', 'Fit to take part'),
      text: t('我的身体状况适合参加这项运动，途中如有不适会立即停止。', 'I am fit for this exercise and will stop when I feel unwell.'),
    },
  },
  approval: true,
  usual: { seats: 60, standbySeats: 12, cancelHours: 48, partyMost: 9 },
  rated: true,
  evidence: true,
})

/** 文化活动: shows, readings, families come along. */
export const culture = activityKind({
  code: 'culture',
  revision: 1,
  title: t('文化活动', 'Cultural activity'),
  summary: t('文艺演出、读书分享、亲子活动。', 'Shows, readings, family days.'),
  counts: 'names',
  form: { programme: { kind: 'text', label: t('内容安排', 'Programme'), lines: 4, max: 600, optional: true } },
  questions: {},
  usual: { seats: 80, standbySeats: 20, cancelHours: 24, partyMost: 3 },
  rated: true,
  evidence: true,
})

/** 志愿服务: of free will, unpaid, hours kept truly. */
export const volunteering = activityKind({
  code: 'volunteering',
  revision: 1,
  title: t('志愿服务', 'Volunteering'),
  summary: t('职工志愿服务，自愿、无偿，如实记录时长。', 'Of free will, unpaid, hours kept as they were.'),
  counts: 'names',
  hours: true,
  form: {
    team: { kind: 'text', label: t('服务队', 'Team'), max: 60, optional: true },
    danger: {
      kind: 'choice',
      label: t('是否有人身危险', 'May it be dangerous'),
      hint: t('可能有危险的，应为志愿者购买保险（志愿服务条例第十七条）。', 'Where danger is possible volunteers must be insured.'),
      options: [
        { code: 'none', label: t('没有', 'No') },
        { code: 'insured', label: t('可能有，已投保', 'Possibly; insured') },
      ],
    },
  },
  questions: {
    volunteerNo: { kind: 'text', label: t('志愿北京编号', 'Volunteer number'), max: 40, optional: true, asks: 'volunteer-no' },
  },
  usual: { seats: 30, standbySeats: 10, cancelHours: 24 },
  rated: true,
  evidence: true,
})
