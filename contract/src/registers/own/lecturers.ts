import { t } from '../../kit/text.ts'
import { register } from '../register.ts'

/** Lecturers of the law courses, the health courses and the public lectures (讲师库); many of them work elsewhere. */
export const lecturers = register({
  code: 'lecturers',
  revision: 2,
  title: t('讲师库', 'Lecturers'),
  summary: t('法律、健康、技能等课程的讲师：擅长领域、可授课镇街与时间。', 'Lecturers of law, health and skills courses: fields, towns and times.'),
  owner: 'none',
  named: 'name',
  key: ['name', 'phone'],
  secrecy: 'P1',
  open: true,
  form: {
    name: { kind: 'text', form: 'person-name', label: t('姓名', 'Name') },
    sort: {
      kind: 'choice',
      label: t('讲师类别', 'Kind'),
      options: [
        { code: 'lawyer', label: t('律师', 'Lawyer') },
        { code: 'judge', label: t('法官、检察官', 'Judge or prosecutor') },
        { code: 'arbitrator', label: t('仲裁员、调解员', 'Arbitrator or mediator') },
        { code: 'doctor', label: t('医生', 'Doctor') },
        { code: 'craftsman', label: t('工匠、劳模', 'Craftsman or model worker') },
        { code: 'teacher', label: t('教师', 'Teacher') },
        { code: 'union', label: t('工会干部', 'Union officer') },
        { code: 'other', label: t('其他', 'Other') },
      ],
    },
    phone: { kind: 'text', form: 'phone', label: t('手机号', 'Mobile'), secrecy: 'P2' },
    firm: { kind: 'text', max: 80, optional: true, label: t('工作单位', 'Works for') },
    fields: {
      kind: 'many',
      label: t('擅长领域', 'Fields'),
      options: [
        { code: 'labour_law', label: t('劳动法律', 'Labour law') },
        { code: 'bargaining', label: t('集体协商', 'Collective bargaining') },
        { code: 'women', label: t('女职工权益', "Women workers' rights") },
        { code: 'safety', label: t('安全生产', 'Safety at work') },
        { code: 'health', label: t('身心健康', 'Health') },
        { code: 'skills', label: t('职业技能', 'Skills') },
        { code: 'culture', label: t('文化艺术', 'Arts and culture') },
        { code: 'union_work', label: t('工会业务', 'Union work') },
      ],
    },
    audiences: {
      kind: 'many',
      optional: true,
      label: t('适合对象', 'Audiences'),
      options: [
        { code: 'new_form', label: t('新就业形态', 'New-form workers') },
        { code: 'migrant', label: t('农民工', 'Migrant workers') },
        { code: 'women', label: t('女职工', 'Women workers') },
        { code: 'young', label: t('青年职工', 'Young workers') },
        { code: 'officers', label: t('工会干部', 'Union officers') },
      ],
    },
    times: { kind: 'text', lines: 2, max: 200, optional: true, label: t('可授课时间', 'Free times') },
    towns: { kind: 'text', max: 200, optional: true, label: t('可授课镇街', 'Towns'), hint: t('不填即全区', 'Leave empty for the whole district') },
    card: { kind: 'text', form: 'bank-card', optional: true, label: t('课酬银行卡', 'Bank card for fees') },
    appointedOn: { kind: 'date', optional: true, label: t('聘任日期', 'Appointed on') },
    note: { kind: 'text', lines: 3, max: 500, optional: true, label: t('备注', 'Note') },
  },
  validity: { from: 'appointedOn', months: 24 },
  columns: ['sort', 'phone', 'firm', 'fields'],
})
