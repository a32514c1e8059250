import { audienceGroups } from '../activities/words.ts'
import { t } from '../kit/text.ts'
import { register } from '../registers/register.ts'

/** What is offered on one menu: the law courses, and what is ordered in the same way. */
export const menus = [
  { code: 'law', label: t('法律课程', 'Law courses') },
  { code: 'women', label: t('女职工流动课堂', 'Mobile classes for women') },
  { code: 'health', label: t('健康讲堂', 'Health lectures') },
  { code: 'public', label: t('公益讲堂', 'Public lectures') },
  { code: 'caravan', label: t('普法大篷车', 'Law caravan') },
] as const

export const modes = [
  { code: 'onsite', label: t('上门授课', 'On site') },
  { code: 'online', label: t('线上授课', 'Online') },
] as const

/** Courses on the menu (课程菜单). A course stands here once its trial lecture was passed; ended, it is off the menu. */
export const courses = register({
  code: 'courses',
  revision: 1,
  title: t('课程菜单', 'Courses'),
  summary: t(
    '可以点单的课程：法律、女职工、健康、公益和大篷车，试讲通过后上架。',
    'Courses that can be ordered, listed once the trial lecture is passed.',
  ),
  owner: 'none',
  named: 'title',
  key: ['title'],
  open: true,
  form: {
    title: { kind: 'text', max: 60, label: t('课程名称', 'Title') },
    menu: { kind: 'choice', options: menus, label: t('类别', 'Menu') },
    audience: { kind: 'many', options: audienceGroups, label: t('适合对象', 'For whom') },
    mode: { kind: 'many', options: modes, label: t('授课方式', 'How it is given') },
    minutes: { kind: 'number', min: 15, max: 480, unit: t('分钟', 'minutes'), label: t('时长', 'Length') },
    outline: { kind: 'text', lines: 4, max: 1000, label: t('主要内容', 'Outline') },
    lecturer: { kind: 'entry', register: 'lecturers', optional: true, label: t('主讲人', 'Lecturer') },
    listedOn: { kind: 'date', optional: true, label: t('上架日期', 'Listed on') },
  },
  validity: { from: 'listedOn', months: 24 },
  columns: ['menu', 'audience', 'minutes', 'lecturer'],
})
