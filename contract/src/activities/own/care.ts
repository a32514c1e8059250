import { t } from '../../kit/text.ts'
import { activityKind } from '../kind.ts'

/** 体检: booking and attendance only; results belong to the hospital. */
export const checkUp = activityKind({
  code: 'check-up',
  revision: 2,
  title: t('职工体检', 'Health check'),
  summary: t('只记预约与到检，体检结果由医院交本人，工会不留存。', 'Booking and attendance only: results belong to the person and the hospital.'),
  counts: 'names',
  noResults: true,
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
  revision: 2,
  title: t('疗休养', 'Recuperation'),
  summary: t(
    '名额分到镇街和单位；获过荣誉的先安排，三年内参加过的不重复。',
    'Seats by town and unit; the honoured come first, nobody twice in three years.',
  ),
  counts: 'names',
  form: {
    base: { kind: 'text', label: t('疗休养基地', 'Base'), max: 60 },
    days: { kind: 'number', label: t('天数', 'Days'), min: 1, max: 15, unit: t('天', 'days') },
    cost: { kind: 'money', label: t('经费预算', 'Budget'), optional: true },
  },
  questions: {
    emergency: { kind: 'text', form: 'phone', label: t('紧急联系电话', 'Emergency phone'), secrecy: 'P3' },
  },
  rules: [
    { holds: { of: 'person.member', is: true }, says: t('限工会会员报名', 'For members') },
    // How many years must lie between is the number in this rule: an officer changes it on the screen of kinds.
    {
      holds: {
        any: [
          { of: 'activity.yearsSince', answered: false },
          { of: 'activity.yearsSince', atLeast: 3 },
        ],
      },
      says: t('三年内参加过疗休养的暂不重复安排', 'Nobody goes twice within three years'),
    },
  ],
  first: [{ holds: { of: 'person.honoured', is: true }, says: t('获得过荣誉称号的职工优先', 'Those with honours come first') }],
  approval: true,
  usual: { seats: 30, standbySeats: 15, cancelHours: 168, rule: 'draw', firstTimers: true },
  rated: true,
  evidence: true,
})

/**
 * 单身联谊: declared single, by oneself; no proof is asked for or kept. What is shown to others one writes oneself; whom one
 * chooses nobody learns but the two who chose each other (see `matchmaking`).
 */
export const matchmaking = activityKind({
  code: 'matchmaking',
  revision: 2,
  title: t('单身联谊', 'Matchmaking'),
  summary: t(
    '单身职工联谊：自愿声明单身，不收证明；互选后双方都同意才交换联系方式，到期全部删除。',
    'For single workers: declared by oneself, no proof; contacts only where both chose each other, all of it deleted in time.',
  ),
  counts: 'names',
  form: { rules: { kind: 'text', label: t('活动规则', 'Rules'), lines: 4, max: 600, optional: true } },
  questions: {
    single: {
      kind: 'consent',
      revision: '2',
      label: t('单身声明', 'Declaration'),
      text: t(
        '我自愿声明目前为单身。工会不要求、不留存任何证明；这份声明只用于本次活动，活动结束 30 天后删除。',
        'I declare of my own will that I am single. The union asks for no proof and keeps none; this declaration serves this activity only and is deleted 30 days after it.',
      ),
    },
  },
  rules: [{ holds: { of: 'person.age', atLeast: 20 }, says: t('须年满 20 周岁', 'From twenty years on') }],
  match: { chooseHours: 48, most: 3, keepDays: 30 },
  approval: true,
  usual: { seats: 40, standbySeats: 20, cancelHours: 48 },
  rated: true,
})
