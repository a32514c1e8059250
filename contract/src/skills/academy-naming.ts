import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

const fields = { name: 'name', partner: 'partner', trades: 'trades', contact: 'contact', phone: 'phone', plaqueOn: 'plaqueOn' } as const

/** 工匠学院申办: applied, reviewed, plaque, operating, assessed every year, renewed or withdrawn. The register says which are valid. */
export const academyNaming = service({
  code: 'academy-naming',
  revision: 1,
  letters: 'XY',
  title: t('工匠学院申办与年度评估', 'Naming and assessing an academy'),
  summary: t(
    '单位申办区级工匠学院：审核、授牌、年度评估、续期或摘牌。',
    'A unit applies to run an academy: review, plaque, yearly assessment, renewal or withdrawal.',
  ),
  begunBy: ['union', 'office'],
  form: {
    name: { kind: 'text', max: 60, label: t('学院名称', 'Name') },
    union: { kind: 'organisation', label: t('申办单位工会', 'Union of the unit') },
    partner: { kind: 'text', max: 80, label: t('合作单位', 'Partner') },
    trades: { kind: 'text', max: 200, label: t('主要工种', 'Trades taught') },
    contact: { kind: 'text', form: 'person-name', label: t('联系人', 'Contact') },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), secrecy: 'P2' },
    site: { kind: 'text', lines: 3, max: 1000, label: t('实地审核情况', 'What the visit found') },
    plaqueOn: { kind: 'date', label: t('授牌日期', 'Plaque given on') },
    assessed: {
      kind: 'choice',
      label: t('年度评估', 'Assessment'),
      options: [
        { code: 'excellent', label: t('优秀', 'Excellent') },
        { code: 'passed', label: t('合格', 'Passed') },
        { code: 'put_right', label: t('限期整改', 'To be put right') },
      ],
    },
    why: { kind: 'text', lines: 2, max: 500, label: t('原因', 'Reason') },
  },
  asksAtStart: ['name', 'union', 'partner', 'trades', 'contact', 'phone'],
  roles: {
    department: { name: t('职工发展部', 'Skills department'), posts: ['skills_officer', 'skills_head'], at: 'district' },
    head: { name: t('职工发展部部长', 'Head of the skills department'), posts: ['skills_head', 'leader'], at: 'district' },
  },
  states: {
    applied: { name: t('已申办', 'Applied') },
    reviewed: { name: t('已审核', 'Reviewed') },
    operating: { name: t('运行中', 'Operating') },
    assessed: { name: t('已评估', 'Assessed') },
    refused: { name: t('未通过', 'Refused'), final: true },
    withdrawn: { name: t('已摘牌', 'Withdrawn'), final: true },
  },
  begins: 'applied',
  actions: {
    review: { name: t('实地审核', 'Visit and review'), from: 'applied', to: 'reviewed', by: 'department', asks: ['site'] },
    plaque: {
      name: t('授牌', 'Give the plaque'),
      from: 'reviewed',
      to: 'operating',
      by: 'head',
      asks: ['plaqueOn'],
      words: 'answer',
      outcome: 'named',
      keeps: { register: 'academies', as: 'enter', fields, owner: 'union' },
    },
    assess: { name: t('年度评估', 'Assess the year'), from: 'operating', to: 'assessed', by: 'department', asks: ['assessed'] },
    renew: {
      name: t('续期', 'Renew'),
      from: 'assessed',
      to: 'operating',
      by: 'head',
      asks: ['plaqueOn'],
      keeps: { register: 'academies', as: 'renew', fields: { ...fields, assessed: 'assessed' }, owner: 'union' },
    },
    withdraw: {
      name: t('摘牌', 'Withdraw the plaque'),
      from: ['operating', 'assessed'],
      to: 'withdrawn',
      by: 'head',
      asks: ['why'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'withdrawn',
      keeps: { register: 'academies', as: 'end', fields: { name: 'name' }, owner: 'union' },
      plain: true,
    },
    refuse: {
      name: t('不予通过', 'Refuse'),
      from: ['applied', 'reviewed'],
      to: 'refused',
      by: 'head',
      asks: ['why'],
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: {
    named: { name: t('已授牌', 'Named'), good: true },
    refused: { name: t('未通过', 'Refused'), good: false },
    withdrawn: { name: t('已摘牌', 'Withdrawn'), good: false },
  },
  clocks: {
    review: {
      name: t('审核工匠学院申办', 'Review the application'),
      in: ['applied', 'reviewed'],
      within: { amount: 20, unit: 'working_days' },
      owner: 'department',
      head: 'head',
    },
  },
})
