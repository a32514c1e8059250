import { type Text, t } from '../kit/text.ts'

/** What a column of a roster can mean: its title in our own layout, other titles it goes by, and what may stand in it. */
export type RosterField = {
  readonly code: string
  readonly title: Text
  readonly also: readonly string[]
  readonly needed?: true
  readonly takes: Text
}

/** The columns of a member roster (registration form for members), in the order of our own layout. */
export const rosterFields = [
  {
    code: 'name',
    title: t('姓名', 'Name'),
    also: ['会员姓名', '职工姓名', '名字', '员工姓名', '本人姓名'],
    needed: true,
    takes: t('与证件一致；少数民族姓名用间隔号“·”', 'As on the card; parts separated by “·”'),
  },
  {
    code: 'idType',
    title: t('证件类型', 'Kind of document'),
    also: ['证件种类', '有效证件类型', '身份证件类型'],
    takes: t('不填为居民身份证', 'Empty: resident identity card'),
  },
  {
    code: 'idNumber',
    title: t('证件号码', 'Document number'),
    also: ['身份证号', '身份证号码', '公民身份号码', '身份证', '居民身份证号码', '证件号', '有效证件号码', '身份证件号码'],
    needed: true,
    takes: t('18位，单元格请设为文本格式', '18 characters; format the cells as text'),
  },
  { code: 'sex', title: t('性别', 'Sex'), also: ['性別'], takes: t('男、女；可不填，由证件号码得出', 'Male, female; may be left out') },
  {
    code: 'birthOn',
    title: t('出生日期', 'Date of birth'),
    also: ['出生年月', '出生年月日', '生日', '出生'],
    takes: t('1990-03-07 或 1990年3月；可不填', '1990-03-07 or 1990-03; may be left out'),
  },
  { code: 'ethnicity', title: t('民族', 'Ethnicity'), also: ['民族代码'], takes: t('名称或国标代码 01–56', 'Name or national code 01–56') },
  {
    code: 'politicalStatus',
    title: t('政治面貌', 'Political status'),
    also: ['政治面貌代码'],
    takes: t('名称或国标代码 01–13', 'Name or national code 01–13'),
  },
  {
    code: 'education',
    title: t('学历', 'Education'),
    also: ['文化程度', '最高学历', '学历代码', '受教育程度'],
    takes: t('名称或代码', 'Name or code'),
  },
  {
    code: 'mobile',
    title: t('手机', 'Mobile'),
    also: ['手机号', '手机号码', '联系电话', '移动电话', '联系方式', '电话'],
    needed: true,
    takes: t('11位手机号', 'Eleven digits'),
  },
  {
    code: 'employer',
    title: t('工作单位', 'Employer'),
    also: ['单位', '单位名称', '所在单位', '用人单位', '工作单位名称', '所属企业', '平台企业'],
    takes: t('全称或统一社会信用代码', 'Full name or credit code'),
  },
  {
    code: 'union',
    title: t('所属工会', 'Union'),
    also: ['工会组织', '工会名称', '基层工会', '所在工会', '基层工会名称', '工会组织名称', '所属工会组织'],
    takes: t('全称或统一社会信用代码；不填则用本批的默认工会', 'Full name or credit code; empty: the default of the batch'),
  },
  {
    code: 'occupation',
    title: t('职业', 'Occupation'),
    also: ['工种', '岗位', '职业工种', '从事职业', '就业群体'],
    takes: t('快递员、网约配送员等，或岗位名称', 'Courier, delivery rider …, or the name of the job'),
  },
  {
    code: 'employmentForm',
    title: t('用工形式', 'Form of employment'),
    also: ['用工方式', '用工性质'],
    takes: t('劳动合同、劳务派遣等', 'Contract, dispatched …'),
  },
  {
    code: 'employmentState',
    title: t('就业状态', 'State of employment'),
    also: ['就业状况', '在岗状态'],
    takes: t('在岗、退休等', 'Working, retired …'),
  },
  {
    code: 'householdType',
    title: t('户籍', 'Household'),
    also: ['户籍类型', '户口性质', '户籍性质', '户口类型', '户籍类别'],
    takes: t('非农业、农业、居民', 'Urban, rural, resident'),
  },
  { code: 'isMigrant', title: t('是否农民工', 'Migrant worker'), also: ['农民工', '是否为农民工'], takes: t('是、否', 'Yes, no') },
  {
    code: 'residenceTown',
    title: t('现居住地', 'Lives in'),
    also: ['居住镇街', '现居住镇街', '居住地', '现住地', '居住街道'],
    takes: t('镇街名称或代码；区外填“其他”', 'Town or its code; elsewhere: other'),
  },
  {
    code: 'skillLevel',
    title: t('技能等级', 'Skill level'),
    also: ['职业技能等级', '技术等级', '职业资格等级'],
    takes: t('高级工、技师等', 'Senior, technician …'),
  },
  {
    code: 'professionalTitle',
    title: t('职称', 'Professional title'),
    also: ['职称级别', '专业技术职务', '专业技术职称', '技术职称'],
    takes: t('员级、助理级、中级、副高级、正高级', 'Clerk, assistant, intermediate, associate senior, senior'),
  },
  {
    code: 'joinedOn',
    title: t('入会日期', 'Joined on'),
    also: ['入会时间', '加入工会时间', '入会年月日', '加入工会日期'],
    takes: t('2026-03-01；不填为导入当天', '2026-03-01; empty: the day of the import'),
  },
  {
    code: 'joinChannel',
    title: t('入会方式', 'Joined by'),
    also: ['入会渠道', '入会途径'],
    takes: t('扫码入会、现场集中入会等；不填为单位批量', 'Scan, outreach …; empty: batch of an employer'),
  },
  {
    code: 'status',
    title: t('会籍状态', 'Membership'),
    also: ['会员状态', '会籍'],
    takes: t('在籍、保留会籍；不填为在籍', 'Active, retained; empty: active'),
  },
  {
    code: 'bankCard',
    title: t('会员卡号', 'Member bank card'),
    also: ['银行卡号', '工会会员卡号', '互助服务卡号', '工会卡号'],
    takes: t('银行卡号，单元格请设为文本格式', 'Bank card number; format the cells as text'),
  },
] as const satisfies readonly RosterField[]

export type RosterFieldCode = (typeof rosterFields)[number]['code']
export const rosterFieldCodes = rosterFields.map((f) => f.code) as [RosterFieldCode, ...RosterFieldCode[]]
