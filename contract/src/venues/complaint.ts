import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

/** 驿站意见: whoever stands before a closed door scans its code and says so; it goes to whoever runs the venue. */
export const venueComplaint = service({
  code: 'venue-complaint',
  revision: 1,
  letters: 'YJ',
  title: t('阵地意见', 'About a venue'),
  summary: t(
    '驿站没开门、设施坏了、服务不好：扫门口的码，说给管理单位听。',
    'Closed, broken, unfriendly: scan the code at the door and tell those who run it.',
  ),
  begunBy: ['worker', 'office'],
  form: {
    venue: {
      kind: 'text',
      label: t('阵地编号', 'Code of the venue'),
      hint: t('门口二维码下面的 8 位编号；扫码进来会自动填好。', 'The eight letters under the code at the door; filled in when you scan it.'),
      max: 12,
    },
    what: {
      kind: 'choice',
      label: t('什么问题', 'What is wrong'),
      options: [
        { code: 'closed', label: t('该开没开', 'Closed when it should be open') },
        { code: 'broken', label: t('设施坏了', 'Something is broken') },
        { code: 'dirty', label: t('不干净', 'Not clean') },
        { code: 'staff', label: t('服务态度', 'How people were treated') },
        { code: 'sign', label: t('不好找、没标识', 'Hard to find, no sign') },
        { code: 'idea', label: t('建议', 'A suggestion') },
      ],
    },
    says: { kind: 'text', label: t('说说情况', 'Tell us'), lines: 4, max: 1000 },
    photos: { kind: 'files', accept: 'photo', label: t('照片', 'Photos'), max: 4, optional: true },
    done: { kind: 'text', label: t('处理情况', 'What was done'), lines: 3, max: 1000 },
  },
  asksAtStart: ['venue', 'what', 'says', 'photos'],
  roles: {
    keeper: {
      name: t('管理单位', 'Whoever runs it'),
      posts: ['station_head', 'deputy_station_head', 'union_social_worker', 'town_chair', 'union_chair', 'organisation_officer'],
      at: 'station',
    },
  },
  states: {
    received: { name: t('已收到', 'Received'), says: t('已收到，5 个工作日内答复您。', 'Received; you will be answered within 5 working days.') },
    answered: { name: t('已答复', 'Answered'), final: true },
  },
  begins: 'received',
  actions: {
    answer: {
      name: t('处理并答复', 'Put right and answer'),
      from: 'received',
      to: 'answered',
      by: 'keeper',
      asks: ['done'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'answered',
    },
  },
  outcomes: { answered: { name: t('已答复', 'Answered'), good: true } },
  clocks: { answer: { name: t('答复', 'Answer'), in: ['received'], within: { amount: 5, unit: 'working_days' }, owner: 'keeper' } },
  counts: { split: 'what' },
  appealDays: 30,
})
