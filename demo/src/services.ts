import { service } from '../../contract/src/cases/service.ts'
import { t } from '../../contract/src/kit/text.ts'
import { lecturers } from '../../contract/src/registers/own/lecturers.ts'

/** A service as an office makes it on the screen 事项设计, so that a worker of the example finds something to apply for. */
export const winterPack = service({
  code: 'fw-nddbsl',
  revision: 1,
  letters: 'ND',
  title: t('暖冬大礼包申领', 'Winter pack'),
  summary: t(
    '户外劳动者冬季保暖用品，每人一份，在就近的工会服务站领取。',
    'Warm things for those who work outdoors, one each, at the nearest station.',
  ),
  begunBy: ['worker', 'office'],
  form: {
    outdoors: {
      kind: 'choice',
      label: t('平时主要在户外工作吗', 'Do you mostly work outdoors?'),
      options: [
        { code: 'yes', label: t('是', 'Yes') },
        { code: 'no', label: t('不是', 'No') },
      ],
    },
    size: {
      kind: 'choice',
      label: t('手套尺码', 'Size of gloves'),
      options: [
        { code: 'm', label: t('中号', 'Medium') },
        { code: 'l', label: t('大号', 'Large') },
      ],
    },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), from: 'person.mobile', asks: 'contact-phone' },
    handedOutOn: { kind: 'date', label: t('领取日期', 'Handed out on'), notAfter: { daysFromToday: 0 } },
  },
  asksAtStart: ['outdoors', 'size', 'phone'],
  rules: [
    { holds: { of: 'person.member', is: true }, says: t('是工会会员', 'Member of the union'), weight: 'must' },
    { holds: { of: 'outdoors', is: 'yes' }, says: t('主要在户外工作', 'Works mostly outdoors'), weight: 'must' },
  ],
  roles: { station: { name: t('服务站', 'Station'), posts: ['station_head', 'deputy_station_head', 'union_social_worker'], at: 'station' } },
  states: {
    submitted: { name: t('待核对', 'To be checked'), says: t('已收到，服务站正在核对。', 'Received; the station is checking it.') },
    ready: { name: t('待领取', 'To be fetched'), says: t('可以来领了，请带会员卡到服务站。', 'Ready; bring your member card to the station.') },
    done: { name: t('已领取', 'Fetched'), final: true },
    refused: { name: t('未通过', 'Refused'), final: true },
  },
  begins: 'submitted',
  actions: {
    accept: { name: t('核对通过', 'Accept'), from: 'submitted', to: 'ready', by: 'station', words: 'answer' },
    handOut: { name: t('已发放', 'Hand out'), from: 'ready', to: 'done', by: 'station', asks: ['handedOutOn'], outcome: 'done' },
    refuse: {
      name: t('不予通过', 'Refuse'),
      from: 'submitted',
      to: 'refused',
      by: 'station',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: { done: { name: t('已领取', 'Fetched'), good: true }, refused: { name: t('未通过', 'Refused'), good: false } },
  clocks: { checking: { name: t('核对', 'Check'), in: ['submitted'], within: { amount: 5, unit: 'working_days' }, owner: 'station' } },
  counts: { split: 'size' },
  appealDays: 30,
})

const { name, sort, phone, firm, fields, audiences } = lecturers.form

/** 讲师聘任: a unit or a station puts somebody forward, the office appoints; the step enters the register of lecturers. */
export const lecturerAppointment = service({
  code: 'fw-jspr',
  revision: 1,
  letters: 'JS',
  title: t('讲师聘任', 'Appointing a lecturer'),
  summary: t(
    '推荐律师、医生、工匠等到职工中授课，聘任后进入讲师库。',
    'Lawyers, doctors and craftsmen who teach workers; once appointed they stand in the register.',
  ),
  begunBy: ['union', 'office'],
  form: {
    name,
    sort,
    phone,
    firm,
    fields,
    audiences,
    appointedOn: { kind: 'date', label: t('聘任日期', 'Appointed on'), notAfter: { daysFromToday: 0 } },
  },
  asksAtStart: ['name', 'sort', 'phone', 'firm', 'fields', 'audiences'],
  roles: {
    station: { name: t('推荐单位', 'Who puts forward'), posts: ['station_head', 'deputy_station_head', 'union_social_worker'], at: 'station' },
    office: { name: t('办公室', 'General office'), posts: ['office_officer', 'office_head'], at: 'district' },
  },
  states: {
    proposed: { name: t('待审核', 'Put forward') },
    trial: { name: t('待试讲', 'Trial lecture') },
    appointed: { name: t('已聘任', 'Appointed'), final: true },
    refused: { name: t('未聘任', 'Not appointed'), final: true },
  },
  begins: 'proposed',
  actions: {
    accept: { name: t('同意推荐', 'Accept'), from: 'proposed', to: 'trial', by: 'station', words: 'opinion' },
    appoint: {
      name: t('试讲通过，聘任', 'Appoint'),
      from: 'trial',
      to: 'appointed',
      by: 'office',
      asks: ['appointedOn'],
      words: 'opinion',
      outcome: 'appointed',
      keeps: {
        register: 'lecturers',
        as: 'enter',
        fields: { name: 'name', sort: 'sort', phone: 'phone', firm: 'firm', fields: 'fields', audiences: 'audiences', appointedOn: 'appointedOn' },
      },
    },
    refuse: {
      name: t('不予聘任', 'Refuse'),
      from: ['proposed', 'trial'],
      to: 'refused',
      by: 'office',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: { appointed: { name: t('已聘任', 'Appointed'), good: true }, refused: { name: t('未聘任', 'Not appointed'), good: false } },
  clocks: { trial: { name: t('试讲', 'Trial lecture'), in: ['trial'], within: { amount: 30, unit: 'calendar_days' }, owner: 'office' } },
  counts: { split: 'sort' },
})
