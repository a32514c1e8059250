import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'
import { courses } from './courses.ts'

const { title, menu, audience, mode, minutes, outline, lecturer } = courses.form

/** 课程上架: a course is put forward, heard in a trial lecture, and listed; the step enters the register of courses. */
export const courseProposal = service({
  code: 'course-proposal',
  revision: 2,
  letters: 'KC',
  title: t('课程上架', 'Listing a course'),
  summary: t('推荐一门课程，试讲通过后上课程菜单，供各单位点单。', 'A course is put forward and, after a trial lecture, listed for units to order.'),
  begunBy: ['union', 'office'],
  form: {
    title,
    menu,
    audience,
    mode,
    minutes,
    outline,
    lecturer,
    trialOn: { kind: 'date', label: t('试讲日期', 'Trial lecture on') },
    trialNote: { kind: 'text', lines: 3, max: 500, label: t('试讲情况', 'How the trial went') },
    listedOn: { kind: 'date', label: t('上架日期', 'Listed on') },
  },
  asksAtStart: ['title', 'menu', 'audience', 'mode', 'minutes', 'outline', 'lecturer'],
  roles: {
    rights: { name: t('权益部', 'Rights department'), posts: ['rights_officer', 'rights_head', 'women_officer', 'women_head'], at: 'district' },
  },
  states: {
    proposed: { name: t('待安排试讲', 'Put forward') },
    trial: { name: t('待试讲', 'Trial lecture set') },
    listed: { name: t('已上架', 'Listed'), final: true },
    refused: { name: t('未上架', 'Not listed'), final: true },
  },
  begins: 'proposed',
  actions: {
    arrange: { name: t('安排试讲', 'Set the trial'), from: 'proposed', to: 'trial', by: 'rights', asks: ['trialOn'] },
    list: {
      name: t('试讲通过，上架', 'List it'),
      from: 'trial',
      to: 'listed',
      by: 'rights',
      asks: ['trialNote', 'listedOn'],
      outcome: 'listed',
      keeps: {
        register: 'courses',
        as: 'enter',
        fields: {
          title: 'title',
          menu: 'menu',
          audience: 'audience',
          mode: 'mode',
          minutes: 'minutes',
          outline: 'outline',
          lecturer: 'lecturer',
          listedOn: 'listedOn',
        },
      },
    },
    fail: {
      name: t('试讲未通过', 'The trial was not passed'),
      from: 'trial',
      to: 'refused',
      by: 'rights',
      asks: ['trialNote'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
    refuse: {
      name: t('不予上架', 'Refuse'),
      from: ['proposed', 'trial'],
      to: 'refused',
      by: 'rights',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: { listed: { name: t('已上架', 'Listed'), good: true }, refused: { name: t('未上架', 'Not listed'), good: false } },
  clocks: { trial: { name: t('安排试讲', 'Set the trial'), in: ['proposed'], within: { amount: 10, unit: 'working_days' }, owner: 'rights' } },
  counts: { split: 'menu' },
})
