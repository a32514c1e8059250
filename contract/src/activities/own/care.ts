import { t } from '../../kit/text.ts'
import { activityKind } from '../kind.ts'

/** 体检: booking and attendance only; results belong to the hospital. */
export const checkUp = activityKind({
  code: 'check-up',
  revision: 1,
  title: t('职工体检', 'Health check'),
  summary: t('只记预约与到检，体检结果由医院交本人，工会不留存。', 'Booking and attendance only: results belong to the person and the hospital.'),
  counts: 'names',
  form: {
    hospital: { kind: 'text', label: t('体检机构', 'Hospital'), max: 60 },
    notes: { kind: 'text', label: t('体检须知', 'Notes'), lines: 4, max: 600, optional: true },
  },
  questions: {},
  rules: [
    { holds: { of: 'person.member', is: true }, says: t('限工会会员报名', 'For members') },
    { holds: { of: 'activity.timesThisYear', atMost: 0 }, says: t('每人每年一次，您今年已参加过', 'Once a year for each person') },
  ],
  approval: true,
  usual: { seats: 50, standbySeats: 20, cancelHours: 48 },
  rated: true,
})

/** 疗休养: seats by unit; those who have not been come first. */
export const recuperation = activityKind({
  code: 'recuperation',
  revision: 1,
  title: t('疗休养', 'Recuperation'),
  summary: t('名额分到单位，一线职工和劳模优先，未参加过的优先。', 'Seats by unit; the front line and those who have not been come first.'),
  counts: 'names',
  form: {
    base: { kind: 'text', label: t('疗休养基地', 'Base'), max: 60 },
    days: { kind: 'number', label: t('天数', 'Days'), min: 1, max: 15, unit: t('天', 'days') },
    cost: { kind: 'money', label: t('经费预算', 'Budget'), optional: true },
  },
  questions: {
    emergency: { kind: 'text', form: 'phone', label: t('紧急联系电话', 'Emergency phone'), secrecy: 'P3' },
  },
  rules: [{ holds: { of: 'person.member', is: true }, says: t('限工会会员报名', 'For members') }],
  approval: true,
  usual: { seats: 30, standbySeats: 15, cancelHours: 168, rule: 'draw', firstTimers: true },
  rated: true,
  evidence: true,
})

/** 单身联谊: declared single; what is exchanged between two people stays between them. */
export const matchmaking = activityKind({
  code: 'matchmaking',
  revision: 1,
  title: t('单身联谊', 'Matchmaking'),
  summary: t('单身职工联谊，报名须书面承诺单身。', 'For single workers, who declare that they are.'),
  counts: 'names',
  form: { rules: { kind: 'text', label: t('活动规则', 'Rules'), lines: 4, max: 600, optional: true } },
  questions: {
    single: {
      kind: 'consent',
      revision: '1',
      label: t('单身承诺', 'Declaration'),
      text: t('我承诺目前为单身，所填内容属实，同意由所在单位工会核对。', 'I declare that I am single; my union may confirm it.'),
    },
  },
  rules: [{ holds: { of: 'person.age', atLeast: 20 }, says: t('须年满 20 周岁', 'From twenty years on') }],
  approval: true,
  usual: { seats: 40, standbySeats: 20, cancelHours: 48 },
  rated: true,
})
