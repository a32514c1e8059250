import type { CodeIn, CodeList } from './code-list.ts'

/** Industry sections (GB/T 4754-2017). */
export const industries = [
  { code: 'A', zh: '农、林、牧、渔业', en: 'Agriculture, forestry, animal husbandry and fishery', also: ['农林牧渔业', '农林牧渔', '农业'] },
  { code: 'B', zh: '采矿业', en: 'Mining', also: ['采矿'] },
  { code: 'C', zh: '制造业', en: 'Manufacturing', also: ['制造'] },
  {
    code: 'D',
    zh: '电力、热力、燃气及水生产和供应业',
    en: 'Electricity, heat, gas and water supply',
    also: ['电力热力燃气及水生产和供应业', '电热燃水'],
  },
  { code: 'E', zh: '建筑业', en: 'Construction', also: ['建筑'] },
  { code: 'F', zh: '批发和零售业', en: 'Wholesale and retail', also: ['批发零售业', '批发零售'] },
  {
    code: 'G',
    zh: '交通运输、仓储和邮政业',
    en: 'Transport, storage and post',
    also: ['交通运输仓储和邮政业', '交通运输仓储邮政', '交通运输业', '快递业', '物流业'],
  },
  { code: 'H', zh: '住宿和餐饮业', en: 'Accommodation and catering', also: ['住宿餐饮业', '住宿餐饮', '餐饮业'] },
  {
    code: 'I',
    zh: '信息传输、软件和信息技术服务业',
    en: 'Information transmission, software and IT services',
    also: ['信息传输软件和信息技术服务业', '信息软件'],
  },
  { code: 'J', zh: '金融业', en: 'Finance', also: ['金融'] },
  { code: 'K', zh: '房地产业', en: 'Real estate', also: ['房地产'] },
  { code: 'L', zh: '租赁和商务服务业', en: 'Leasing and business services', also: ['租赁商务', '租赁商务服务业'] },
  { code: 'M', zh: '科学研究和技术服务业', en: 'Scientific research and technical services', also: ['科研技术', '科研技术服务业'] },
  {
    code: 'N',
    zh: '水利、环境和公共设施管理业',
    en: 'Water, environment and public facilities',
    also: ['水利环境和公共设施管理业', '水利环境公共设施'],
  },
  {
    code: 'O',
    zh: '居民服务、修理和其他服务业',
    en: 'Resident services, repair and other services',
    also: ['居民服务修理和其他服务业', '居民服务修理', '家政服务业'],
  },
  { code: 'P', zh: '教育', en: 'Education', also: ['教育业'] },
  { code: 'Q', zh: '卫生和社会工作', en: 'Health and social work', also: ['卫生社会工作', '卫生'] },
  { code: 'R', zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment', also: ['文化体育和娱乐业', '文体娱乐'] },
  {
    code: 'S',
    zh: '公共管理、社会保障和社会组织',
    en: 'Public administration, social security and social organisations',
    also: ['公共管理社会保障和社会组织', '公共管理社会组织'],
  },
  { code: 'T', zh: '国际组织', en: 'International organisations' },
] as const satisfies CodeList
export type Industry = CodeIn<typeof industries>

/** Economic types of the statistics rule of 2023 (统计上划分经济成分…, market-entity classes). */
export const economicTypes = [
  { code: '110', zh: '有限责任公司', en: 'Limited liability company', also: ['有限公司'] },
  { code: '120', zh: '股份有限公司', en: 'Joint-stock company', also: ['股份公司'] },
  { code: '130', zh: '非公司企业法人', en: 'Enterprise legal person other than a company' },
  { code: '140', zh: '个人独资企业', en: 'Sole proprietorship', also: ['个人独资'] },
  { code: '150', zh: '合伙企业', en: 'Partnership', also: ['合伙'] },
  { code: '190', zh: '其他内资企业', en: 'Other domestic enterprise', also: ['其他内资'] },
  { code: '200', zh: '港澳台投资企业', en: 'Hong Kong, Macao or Taiwan investment', also: ['港澳台投资', '港澳台商投资企业'] },
  { code: '300', zh: '外商投资企业', en: 'Foreign investment', also: ['外商投资', '外资企业', '外资'] },
  { code: '400', zh: '农民专业合作社', en: "Farmers' cooperative", also: ['合作社', '农民专业合作社联合社'] },
  { code: '500', zh: '个体工商户', en: 'Self-employed business', also: ['个体'] },
  { code: 'institution', zh: '事业单位', en: 'Public institution', also: ['事业'] },
  { code: 'government', zh: '机关', en: 'Government organ', also: ['党政机关', '行政机关'] },
  { code: 'social', zh: '社会组织', en: 'Social organisation', also: ['民办非企业单位', '社会团体', '基金会', '民办非企业'] },
] as const satisfies CodeList
export type EconomicType = CodeIn<typeof economicTypes>

/** Economic types as older union forms code them, each with the present type it goes to. Keep both: returns still ask. */
export const unionFormEconomicTypes = [
  { code: '110', zh: '国有', en: 'State-owned', now: '130' },
  { code: '120', zh: '集体', en: 'Collective', now: '130' },
  { code: '130', zh: '股份合作', en: 'Joint-stock cooperative', now: '130' },
  { code: '140', zh: '联营', en: 'Jointly operated', now: '130' },
  { code: '151', zh: '国有独资', en: 'Wholly state-owned company', now: '110' },
  { code: '159', zh: '其他有限责任', en: 'Other limited liability', now: '110', also: ['其他有限'] },
  { code: '161', zh: '国有控股股份', en: 'State-controlled joint-stock', now: '120' },
  { code: '169', zh: '其他股份', en: 'Other joint-stock', now: '120' },
  { code: '170', zh: '私营', en: 'Private', now: '110' },
  { code: '200', zh: '港澳台', en: 'Hong Kong, Macao, Taiwan', now: '200' },
  { code: '300', zh: '外商', en: 'Foreign', now: '300' },
  { code: '400', zh: '事业', en: 'Public institution', now: 'institution' },
  { code: '500', zh: '机关', en: 'Government organ', now: 'government' },
  { code: '600', zh: '个体', en: 'Self-employed', now: '500' },
  { code: '700', zh: '民办非企业', en: 'Private non-enterprise', now: 'social' },
] as const satisfies readonly (CodeList[number] & { now: EconomicType })[]

/** Size of an employer (统计上大中小微型企业划分办法). */
export const employerSizes = [
  { code: 'large', zh: '大型', en: 'Large', also: ['大'] },
  { code: 'medium', zh: '中型', en: 'Medium', also: ['中'] },
  { code: 'small', zh: '小型', en: 'Small', also: ['小'] },
  { code: 'micro', zh: '微型', en: 'Micro', also: ['微', '小微'] },
] as const satisfies CodeList
export type EmployerSize = CodeIn<typeof employerSizes>
