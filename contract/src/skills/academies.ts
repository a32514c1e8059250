import { t } from '../kit/text.ts'
import { register } from '../registers/register.ts'

/** 工匠学院 and its partners: named for a year, assessed every year, renewed or withdrawn (city plan “1+40+N”). */
export const academies = register({
  code: 'academies',
  revision: 2,
  title: t('工匠学院', 'Craftsman academies'),
  summary: t('区级工匠学院：合作单位、授牌日期、年度评估和有效期。', 'Academies of the district: partner, plaque, yearly assessment and validity.'),
  owner: 'organisation',
  named: 'name',
  key: ['name'],
  form: {
    name: { kind: 'text', max: 60, label: t('学院名称', 'Name') },
    partner: { kind: 'text', max: 80, label: t('合作单位', 'Partner') },
    agreement: { kind: 'files', accept: 'document', optional: true, label: t('合作协议', 'Agreement') },
    trades: { kind: 'text', max: 200, label: t('主要工种', 'Trades taught') },
    place: { kind: 'address', optional: true, label: t('地点', 'Place') },
    seats: { kind: 'number', min: 1, max: 10_000, optional: true, label: t('可同时培训人数', 'Seats') },
    contact: { kind: 'text', form: 'person-name', label: t('联系人', 'Contact') },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), secrecy: 'P2' },
    plaqueOn: { kind: 'date', label: t('授牌日期', 'Plaque given on') },
    assessed: {
      kind: 'choice',
      optional: true,
      label: t('最近年度评估', 'Last assessment'),
      options: [
        { code: 'excellent', label: t('优秀', 'Excellent') },
        { code: 'passed', label: t('合格', 'Passed') },
        { code: 'put_right', label: t('限期整改', 'To be put right') },
      ],
    },
    note: { kind: 'text', lines: 3, max: 500, optional: true, label: t('备注', 'Note') },
  },
  validity: { from: 'plaqueOn', months: 12, renewOpensMonths: 3 },
  columns: ['partner', 'trades', 'plaqueOn', 'assessed'],
  open: true,
})

/** 课程: what the academies teach. */
export const courses = register({
  code: 'academy-courses',
  revision: 2,
  title: t('工匠学院课程', 'Courses of the academies'),
  summary: t('班组长管理、全媒体运营、民宿管理等特色课程：对象、课时、考核方式。', 'Courses: for whom, hours, how they are tested.'),
  owner: 'none',
  named: 'name',
  key: ['name'],
  secrecy: 'P1',
  form: {
    name: { kind: 'text', max: 60, label: t('课程名称', 'Course') },
    trade: { kind: 'text', max: 40, label: t('工种、方向', 'Trade') },
    audience: {
      kind: 'many',
      optional: true,
      label: t('适合对象', 'For'),
      options: [
        { code: 'team_leader', label: t('班组长', 'Team leaders') },
        { code: 'new_form', label: t('新就业形态', 'New-form workers') },
        { code: 'women', label: t('女职工', 'Women workers') },
        { code: 'young', label: t('青年职工', 'Young workers') },
        { code: 'all', label: t('全体职工', 'Everybody') },
      ],
    },
    hours: { kind: 'number', min: 1, max: 2000, label: t('课时', 'Hours') },
    outline: { kind: 'text', lines: 5, max: 2000, optional: true, label: t('内容提要', 'Outline') },
  },
  columns: ['trade', 'audience', 'hours'],
  open: true,
})
