import type { CodeIn, CodeList } from './code-list.ts'

/** Kinds of union organisation in a district (工会法 Art. 10 and 11; 中国工会章程). */
export const organisationKinds = [
  { code: 'district_federation', zh: '区总工会', en: 'District federation', also: ['区总'] },
  {
    code: 'town_federation',
    zh: '镇街总工会',
    en: 'Town or sub-district federation',
    also: ['镇总工会', '街道总工会', '乡镇总工会', '地区总工会', '园区总工会'],
  },
  { code: 'direct_union', zh: '直属工会', en: 'Directly affiliated union', also: ['直属基层工会', '系统工会', '局工会'] },
  { code: 'industry_union', zh: '行业工会', en: 'Industry union', also: ['产业工会'] },
  { code: 'industry_federation', zh: '行业工会联合会', en: 'Industry union federation', also: ['行业联合会'] },
  {
    code: 'area_federation',
    zh: '区域工会联合会',
    en: 'Area union federation',
    also: ['村工会联合会', '社区工会联合会', '楼宇工会联合会', '商圈工会联合会', '区域联合会'],
  },
  { code: 'base_single', zh: '单独基层工会', en: 'Base union of one employer', also: ['基层工会', '单独建会', '企业工会'] },
  { code: 'base_joint', zh: '联合基层工会', en: 'Joint base union', also: ['联合工会', '联合建会'] },
  { code: 'project_site', zh: '项目工会', en: 'Project-site union', also: ['工地工会', '项目部工会'] },
  { code: 'women_committee', zh: '女职工委员会', en: "Women workers' committee", also: ['女工委'] },
  { code: 'service_station', zh: '工会服务站', en: 'Service station', also: ['服务站', '工会站'] },
  { code: 'partner_bureau', zh: '委办局', en: 'Partner bureau', also: ['成员单位'] },
  { code: 'linked_party', zh: '联动单位', en: 'Linked party', also: ['联动部门'] },
  { code: 'union_group', zh: '工会小组', en: 'Union group', also: ['小组'] },
] as const satisfies CodeList
export type OrganisationKind = CodeIn<typeof organisationKinds>

const underBase = ['women_committee', 'union_group'] as const

/**
 * Which kinds may stand directly under which. A direct union may itself be the union of one bureau or hold the base
 * unions of its system; a base union of an enterprise with branches may have project-site unions; committees and groups
 * have no children and no members of their own outside the parent.
 */
export const childKinds: Record<OrganisationKind, readonly OrganisationKind[]> = {
  district_federation: [
    'town_federation',
    'service_station',
    'partner_bureau',
    'linked_party',
    'direct_union',
    'industry_union',
    'industry_federation',
    'area_federation',
    'base_single',
    'base_joint',
    'project_site',
    'women_committee',
  ],
  town_federation: [
    'service_station',
    'area_federation',
    'industry_federation',
    'industry_union',
    'base_single',
    'base_joint',
    'project_site',
    'women_committee',
  ],
  direct_union: ['base_single', 'base_joint', 'project_site', ...underBase],
  industry_union: ['base_single', 'base_joint', 'project_site', ...underBase],
  industry_federation: ['base_single', 'base_joint', 'project_site', 'women_committee'],
  area_federation: ['base_single', 'base_joint', 'project_site', 'women_committee'],
  base_single: ['project_site', ...underBase],
  base_joint: underBase,
  project_site: underBase,
  service_station: [],
  partner_bureau: [],
  linked_party: [],
  women_committee: [],
  union_group: [],
}

/** Whether an organisation of one kind may stand directly under another. */
export const mayStandUnder = (child: OrganisationKind, parent: OrganisationKind): boolean => childKinds[parent].includes(child)

/** Kinds that hold members themselves; federations hold unions. */
export const memberHoldingKinds = [
  'service_station',
  'direct_union',
  'industry_union',
  'base_single',
  'base_joint',
  'project_site',
  'union_group',
] as const satisfies readonly OrganisationKind[]

/** Base unions: what the figure 工会组织数 counts. */
export const baseUnionKinds = ['direct_union', 'base_single', 'base_joint', 'project_site'] as const satisfies readonly OrganisationKind[]
