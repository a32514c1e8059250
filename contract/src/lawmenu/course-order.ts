import { audienceCodes, audienceGroups, audiences } from '../activities/words.ts'
import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'
import { menus, modes } from './courses.ts'

/** Half hours at which a lecture can begin. */
const starts = Array.from({ length: 25 }, (_, i) => {
  const at = `${String(8 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`
  return { code: at.replace(':', ''), label: t(at, at) }
})

/**
 * 点菜下单: a unit orders a course or says in its own words what it needs; it is matched with a lecturer, held, rated, and asked
 * about again where the rating is low. Confirmed, it is a session like any other: people sign up, check in and rate there.
 */
export const courseOrder = service({
  code: 'course-order',
  revision: 2,
  letters: 'DC',
  title: t('课程点单', 'Ordering a course'),
  summary: t(
    '单位点课程，工会派讲师上门：普法、女职工课堂、健康讲堂、公益讲堂、大篷车。',
    'A unit orders a course, the federation sends the lecturer.',
  ),
  begunBy: ['worker', 'union', 'office'],
  form: {
    menu: { kind: 'choice', options: menus, section: t('想听什么', 'What'), label: t('类别', 'Menu') },
    course: {
      kind: 'entry',
      register: 'courses',
      optional: true,
      label: t('课程', 'Course'),
      hint: t('菜单里没有合适的，可以不选，在下面写想听什么', 'Leave it empty and write below what is needed'),
    },
    wish: { kind: 'text', lines: 2, max: 300, optional: true, label: t('想听什么', 'In your words') },
    audience: { kind: 'choice', options: audienceGroups, section: t('给谁听', 'For whom'), label: t('听课职工', 'Audience') },
    people: { kind: 'number', min: 5, max: 2000, unit: t('人', 'persons'), label: t('预计人数', 'How many') },
    placeKind: {
      kind: 'choice',
      label: t('在哪里讲', 'Kind of place'),
      options: audienceCodes.map((code) => ({ code, label: audiences[code] })),
    },
    place: { kind: 'address', label: t('地点', 'Place') },
    mode: { kind: 'choice', options: modes, label: t('授课方式', 'How') },
    times: {
      kind: 'table',
      section: t('什么时候', 'When'),
      label: t('可以的时间（最多三个）', 'Possible times, three at most'),
      min: 1,
      max: 3,
      columns: {
        on: { kind: 'date', label: t('日期', 'Day'), notBefore: { daysFromToday: 0 } },
        part: {
          kind: 'choice',
          label: t('时段', 'Part of the day'),
          options: [
            { code: 'morning', label: t('上午', 'Morning') },
            { code: 'afternoon', label: t('下午', 'Afternoon') },
            { code: 'evening', label: t('晚上', 'Evening') },
          ],
        },
      },
    },
    contact: { kind: 'text', form: 'person-name', label: t('联系人', 'Contact'), from: 'person.name' },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), from: 'person.mobile', asks: 'contact-phone' },
    lecturer: { kind: 'entry', register: 'lecturers', label: t('讲师', 'Lecturer') },
    heldOn: { kind: 'date', label: t('授课日期', 'Held on') },
    heldAt: { kind: 'choice', options: starts, label: t('开始时间', 'Begins at') },
    planned: {
      kind: 'number',
      min: 15,
      max: 480,
      unit: t('分钟', 'minutes'),
      optional: true,
      label: t('计划时长', 'Planned length'),
      hint: t('不填按课程的时长，没有课程按 90 分钟', 'Left empty: that of the course, else 90 minutes'),
    },
    attended: {
      kind: 'number',
      min: 1,
      max: 5000,
      unit: t('人次', 'attendances'),
      optional: true,
      label: t('实到人次', 'Attended'),
      hint: t(
        '现场签到或点数的人次自动带入，没有签到时在这里填',
        'Taken from the check-in of the session; fill it in only where nobody was checked in',
      ),
    },
    minutes: { kind: 'number', min: 15, max: 480, unit: t('分钟', 'minutes'), label: t('实讲时长', 'Minutes given') },
    evidence: { kind: 'files', accept: 'photo', min: 1, max: 6, label: t('签到表和现场照片', 'Sign-in sheet and photos') },
  },
  asksAtStart: ['menu', 'course', 'wish', 'audience', 'people', 'placeKind', 'place', 'mode', 'times', 'contact', 'phone'],
  rules: [
    {
      holds: {
        any: [
          { of: 'course', answered: true },
          { of: 'wish', answered: true },
        ],
      },
      says: t('请选一门课程，或写明想听什么', 'Choose a course or write what is needed'),
      weight: 'must',
    },
  ],
  roles: {
    rights: { name: t('派课', 'Matching'), posts: ['rights_officer', 'rights_head', 'women_officer', 'women_head'], at: 'district' },
    station: { name: t('服务站', 'Station'), posts: ['station_head', 'deputy_station_head', 'union_social_worker'], at: 'station' },
  },
  states: {
    placed: {
      name: t('待派课', 'Placed'),
      says: t('已收到，3 个工作日内为您配好讲师。', 'Received; a lecturer is found within three working days.'),
    },
    matched: { name: t('待讲师确认', 'Matched'), says: t('已选好讲师，正在确认时间。', 'A lecturer was chosen; the time is being confirmed.') },
    confirmed: {
      name: t('待授课', 'Confirmed'),
      says: t(
        '时间和讲师已定，场次已发布，请通知职工报名参加。',
        'Time and lecturer are set and the session is public; please tell your colleagues.',
      ),
    },
    delivered: { name: t('已授课', 'Delivered'), final: true },
    cancelled: { name: t('已取消', 'Cancelled'), final: true },
  },
  begins: 'placed',
  actions: {
    match: { name: t('派讲师', 'Match'), from: 'placed', to: 'matched', by: 'rights', asks: ['lecturer', 'heldOn', 'heldAt', 'planned'] },
    confirm: {
      name: t('讲师已应，发布场次', 'Lecturer accepts: publish the session'),
      from: 'matched',
      to: 'confirmed',
      by: 'rights',
      words: 'answer',
      effect: 'lawmenu.schedule',
    },
    decline: { name: t('讲师不便，改派', 'Lecturer declines'), from: 'matched', to: 'placed', by: 'rights', words: 'opinion', wordsNeeded: true },
    deliver: {
      name: t('已授课', 'Delivered'),
      from: 'confirmed',
      to: 'delivered',
      by: 'station',
      asks: ['attended', 'minutes', 'evidence'],
      words: 'answer',
      outcome: 'delivered',
      fills: 'lawmenu.heads',
      effect: 'lawmenu.delivered',
    },
    move: {
      name: t('改期', 'Another time'),
      from: 'confirmed',
      to: 'matched',
      by: 'rights',
      asks: ['heldOn', 'heldAt', 'planned'],
      words: 'answer',
      wordsNeeded: true,
    },
    cancel: {
      name: t('取消', 'Cancel'),
      from: ['placed', 'matched', 'confirmed'],
      to: 'cancelled',
      by: 'rights',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'cancelled',
      effect: 'lawmenu.call-off',
      plain: true,
    },
  },
  outcomes: { delivered: { name: t('已授课', 'Delivered'), good: true }, cancelled: { name: t('已取消', 'Cancelled'), good: false } },
  clocks: {
    // 3 working days for the lecturer to accept: setting.
    matching: { name: t('派课', 'Matching'), in: ['placed', 'matched'], within: { amount: 3, unit: 'working_days' }, extension: 3, owner: 'rights' },
    giving: { name: t('授课', 'Giving it'), in: ['confirmed'], printed: 'heldOn', owner: 'station' },
  },
  counts: { split: 'menu', amount: 'attended' },
  appealDays: 30,
})
