import { t } from '../../kit/text.ts'
import { register } from '../register.ts'

/** Collective contracts (集体合同): one in force for each union and kind; renewed within the last three months of its term. */
export const collectiveContracts = register({
  code: 'collective-contracts',
  revision: 1,
  title: t('集体合同', 'Collective contracts'),
  summary: t(
    '综合与专项集体合同：覆盖单位和职工、审查日期、期限；期满前三个月内协商续订。',
    'Collective contracts and special agreements: whom they cover, their filing and their term.',
  ),
  owner: 'organisation',
  named: 'name',
  key: ['owner', 'sort'],
  form: {
    name: { kind: 'text', max: 100, label: t('合同名称', 'Name') },
    sort: {
      kind: 'choice',
      label: t('合同种类', 'Kind'),
      options: [
        { code: 'comprehensive', label: t('综合集体合同', 'Comprehensive') },
        { code: 'wages', label: t('工资专项', 'Wages') },
        { code: 'women', label: t('女职工权益专项', "Women workers' rights") },
        { code: 'safety', label: t('劳动安全卫生专项', 'Safety and health') },
      ],
    },
    level: {
      kind: 'choice',
      label: t('协商层级', 'Level'),
      options: [
        { code: 'enterprise', label: t('企业', 'Enterprise') },
        { code: 'area', label: t('区域', 'Area') },
        { code: 'industry', label: t('行业', 'Industry') },
      ],
    },
    employer: { kind: 'employer', optional: true, label: t('签约单位', 'Employer'), when: { of: 'level', is: 'enterprise' } },
    units: { kind: 'number', min: 1, max: 100_000, label: t('覆盖单位数', 'Units covered'), unit: t('家', 'units') },
    workers: { kind: 'number', min: 1, max: 1_000_000, label: t('覆盖职工数', 'Workers covered'), unit: t('人', 'persons') },
    passedOn: { kind: 'date', optional: true, label: t('职代会通过日期', 'Passed by the congress on'), notAfter: { daysFromToday: 0 } },
    signedOn: { kind: 'date', label: t('签订日期', 'Signed on'), notAfter: { daysFromToday: 0 } },
    filedOn: { kind: 'date', optional: true, label: t('报送审查日期', 'Filed on'), notAfter: { daysFromToday: 0 } },
    termFrom: { kind: 'date', label: t('生效日期', 'In force from') },
    termTo: { kind: 'date', label: t('届满日期', 'In force until') },
    talks: {
      kind: 'many',
      optional: true,
      label: t('“四必谈”已谈内容', 'The four topics discussed'),
      options: [
        { code: 'welfare', label: t('职工福利费及教育经费使用', 'Welfare and training funds') },
        { code: 'protection', label: t('劳动保护标准', 'Labour protection') },
        { code: 'skilled_pay', label: t('高技能人才待遇', 'Pay of the highly skilled') },
        { code: 'leave', label: t('带薪休假', 'Paid leave') },
      ],
    },
    text: { kind: 'files', accept: 'document', optional: true, label: t('合同文本', 'Text of the contract') },
    note: { kind: 'text', lines: 3, max: 500, optional: true, label: t('备注', 'Note') },
  },
  validity: {
    from: 'termFrom',
    to: 'termTo',
    renewOpensMonths: 3,
    source: t(
      '《北京市集体合同条例》第四十三条：期限届满前三个月内协商续订',
      'Beijing Regulations on Collective Contracts, art. 43: within the last three months',
    ),
  },
  remindDays: [90, 30],
  columns: ['sort', 'level', 'units', 'workers', 'termTo'],
})
