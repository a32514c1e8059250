import { t } from '../../kit/text.ts'
import { activityKind } from '../kind.ts'
import { audienceGroups } from '../words.ts'

const group = { kind: 'choice', options: audienceGroups, optional: true, label: t('对象', 'For whom') } as const

/** 宣讲: a speaker, a topic, an audience. */
export const talk = activityKind({
  code: 'talk',
  revision: 1,
  title: t('宣讲', 'Talk'),
  summary: t('劳模工匠宣讲、主题宣讲、事迹报告。', 'Talks of model workers and on set themes.'),
  counts: 'names',
  form: {
    speaker: { kind: 'text', label: t('宣讲人', 'Speaker'), max: 60 },
    topic: { kind: 'text', label: t('题目', 'Topic'), max: 80 },
  },
  questions: {},
  usual: { seats: 100, standbySeats: 20, cancelHours: 2 },
  rated: true,
  evidence: true,
})

/** 公益讲座: health, law, science for everybody. */
export const lecture = activityKind({
  code: 'lecture',
  revision: 2,
  splits: 'subject',
  title: t('讲座', 'Lecture'),
  summary: t('健康、法律、科普等公益讲座。', 'Public lectures on health, law and science.'),
  counts: 'names',
  form: {
    lecturer: { kind: 'text', label: t('主讲人', 'Lecturer'), max: 60 },
    subject: {
      kind: 'choice',
      label: t('方向', 'Subject'),
      options: [
        { code: 'health', label: t('健康', 'Health') },
        { code: 'mind', label: t('心理', 'Mind') },
        { code: 'law', label: t('法律', 'Law') },
        { code: 'science', label: t('科普', 'Science') },
        { code: 'other', label: t('其他', 'Other') },
      ],
    },
    group,
  },
  questions: {},
  usual: { seats: 60, standbySeats: 20, cancelHours: 2 },
  rated: true,
  evidence: true,
})

/** 女职工流动课堂: brought to where women work. */
export const mobileClass = activityKind({
  code: 'mobile-class',
  revision: 2,
  title: t('女职工流动课堂', "Women workers' mobile class"),
  summary: t('送到单位的课：插花、面点、健康、亲子。', 'Classes brought to where women work.'),
  counts: 'names',
  hours: true,
  form: {
    course: { kind: 'text', label: t('课程', 'Course'), max: 60 },
    teacher: { kind: 'text', label: t('授课老师', 'Teacher'), max: 60 },
    group,
    materials: { kind: 'text', label: t('材料与准备', 'Materials'), lines: 3, max: 300, optional: true },
  },
  questions: {},
  usual: { seats: 30, standbySeats: 10, cancelHours: 24, firstTimers: true },
  rated: true,
  evidence: true,
})

/** 健身课: yoga, taiji, a course of many sessions. */
export const fitness = activityKind({
  code: 'fitness',
  revision: 1,
  title: t('健身课', 'Fitness class'),
  summary: t('瑜伽、太极、八段锦等系列课。', 'Yoga, taiji and other courses.'),
  counts: 'names',
  hours: true,
  form: {
    coach: { kind: 'text', label: t('教练', 'Coach'), max: 60 },
    bring: { kind: 'text', label: t('自带物品', 'What to bring'), max: 100, optional: true },
  },
  questions: {
    fit: {
      kind: 'consent',
      revision: '1',
      label: t('健康承诺', 'Fit to take part'),
      text: t('我的身体状况适合参加这项运动，途中如有不适会立即停止。', 'I am fit for this exercise and will stop when I feel unwell.'),
    },
  },
  usual: { seats: 20, standbySeats: 10, cancelHours: 12 },
  rated: true,
})

/** 培训班: cadres, skills; counted in hours. */
export const training = activityKind({
  code: 'training',
  revision: 1,
  title: t('培训班', 'Training class'),
  summary: t('工会干部培训、技能培训，按学时计。', 'Training of cadres and in skills, counted in hours.'),
  counts: 'names',
  hours: true,
  form: {
    subject: { kind: 'text', label: t('培训内容', 'Subject'), max: 80 },
    target: { kind: 'text', label: t('培训对象', 'For whom'), max: 80 },
    cost: { kind: 'money', label: t('经费预算', 'Budget'), optional: true },
  },
  questions: {},
  approval: true,
  usual: { seats: 50, standbySeats: 10, cancelHours: 24 },
  rated: true,
  evidence: true,
})
