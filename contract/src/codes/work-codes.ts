import type { CodeIn, CodeList } from './code-list.ts'

/** Form of employment. */
export const employmentForms = [
  { code: 'contract', zh: '劳动合同', en: 'Labour contract', also: ['合同制', '合同工', '签订劳动合同', '正式'] },
  { code: 'dispatched', zh: '劳务派遣', en: 'Labour dispatch', also: ['派遣', '劳务派遣工', '派遣制'] },
  { code: 'part_time', zh: '非全日制', en: 'Part time', also: ['非全日制用工', '小时工', '兼职'] },
  { code: 'platform', zh: '平台灵活就业', en: 'Platform work', also: ['灵活就业', '平台用工', '新就业形态', '众包'] },
  { code: 'self_employed', zh: '个体', en: 'Self-employed', also: ['个体经营', '个体工商户'] },
  { code: 'institution_post', zh: '事业编制', en: 'Public-institution post', also: ['事业编', '在编', '事业单位在编'] },
  { code: 'civil_servant', zh: '公务员', en: 'Civil servant', also: ['行政编制', '参公', '参照公务员法管理'] },
  { code: 'other', zh: '其他', en: 'Other', also: ['其它'] },
] as const satisfies CodeList
export type EmploymentForm = CodeIn<typeof employmentForms>

/** State of employment. */
export const employmentStates = [
  { code: 'working', zh: '在岗', en: 'Working', also: ['在职', '在岗职工', '就业'] },
  { code: 'laid_off', zh: '下（待）岗', en: 'Laid off', also: ['下岗', '待岗', '下待岗', '下/待岗'] },
  { code: 'unemployed', zh: '失业', en: 'Unemployed', also: ['无业'] },
  { code: 'sick_leave', zh: '病休', en: 'Long sick leave', also: ['病假', '长病'] },
  { code: 'internal_retired', zh: '内退', en: 'Internally retired', also: ['内部退养'] },
  { code: 'retired', zh: '退休', en: 'Retired', also: ['已退休'] },
  { code: 'veteran_retired', zh: '离休', en: 'Retired veteran cadre', also: ['已离休'] },
] as const satisfies CodeList
export type EmploymentState = CodeIn<typeof employmentStates>

/** Vocational skill levels, the new eight grades (人社部发〔2022〕14号); the old five keep their names among them. */
export const skillLevels = [
  { code: '0', zh: '学徒工', en: 'Apprentice', also: ['学徒'] },
  { code: '5', zh: '初级工', en: 'Grade 5, junior', also: ['初级', '五级', '5级'] },
  { code: '4', zh: '中级工', en: 'Grade 4, intermediate', also: ['中级', '四级', '4级'] },
  { code: '3', zh: '高级工', en: 'Grade 3, senior', also: ['高级', '三级', '3级'] },
  { code: '2', zh: '技师', en: 'Grade 2, technician', also: ['二级', '2级'] },
  { code: '1', zh: '高级技师', en: 'Grade 1, senior technician', also: ['一级', '1级'] },
  { code: 'special', zh: '特级技师', en: 'Special-grade technician' },
  { code: 'chief', zh: '首席技师', en: 'Chief technician' },
] as const satisfies CodeList
export type SkillLevel = CodeIn<typeof skillLevels>

/** Levels of professional title. */
export const professionalTitles = [
  { code: 'clerk', zh: '员级', en: 'Clerk level', also: ['技术员', '员'] },
  { code: 'assistant', zh: '助理级', en: 'Assistant', also: ['助理', '初级', '助理工程师', '助工'] },
  { code: 'intermediate', zh: '中级', en: 'Intermediate', also: ['工程师', '中级职称'] },
  { code: 'deputy_senior', zh: '副高级', en: 'Associate senior', also: ['副高', '高级工程师', '副高职称'] },
  { code: 'senior', zh: '正高级', en: 'Full senior', also: ['正高', '正高级工程师', '正高职称'] },
] as const satisfies CodeList
export type ProfessionalTitle = CodeIn<typeof professionalTitles>

/** Occupations of new forms of employment (全总 eight groups of 2018 and the platform trades since). */
export const newFormOccupations = [
  { code: 'courier', zh: '快递员', en: 'Courier', also: ['快递小哥', '快递', '快递从业人员'] },
  { code: 'food_rider', zh: '网约配送员', en: 'Delivery rider', also: ['外卖配送员', '外卖员', '外卖小哥', '骑手', '外卖骑手'] },
  { code: 'truck_driver', zh: '货车司机', en: 'Truck driver', also: ['卡车司机', '货运司机'] },
  { code: 'ride_hailing_driver', zh: '网约车司机', en: 'Ride-hailing driver', also: ['网约车驾驶员', '网约车'] },
  { code: 'care_worker', zh: '护工护理员', en: 'Care worker', also: ['护工', '护理员', '养老护理员'] },
  { code: 'domestic_worker', zh: '家政服务员', en: 'Domestic worker', also: ['家政', '家政员', '保洁员', '月嫂', '育儿嫂'] },
  { code: 'mall_attendant', zh: '商场信息员', en: 'Mall attendant', also: ['信息员'] },
  { code: 'estate_agent', zh: '房产中介员', en: 'Estate agent', also: ['房产中介', '房产经纪人'] },
  { code: 'security_guard', zh: '保安员', en: 'Security guard', also: ['保安'] },
  { code: 'streamer', zh: '网络主播', en: 'Streamer', also: ['主播'] },
  { code: 'designated_driver', zh: '代驾', en: 'Designated driver', also: ['代驾司机', '代驾员'] },
  { code: 'online_marketer', zh: '互联网营销师', en: 'Online marketer', also: ['网络营销师'] },
  { code: 'other', zh: '其他', en: 'Other', also: ['其它'] },
] as const satisfies CodeList
export type NewFormOccupation = CodeIn<typeof newFormOccupations>
