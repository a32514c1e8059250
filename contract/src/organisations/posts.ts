import type { Right } from '../kit/right.ts'
import { type Text, t } from '../kit/text.ts'

const look = [
  'people.read',
  'organisations.read',
  'membership.read',
  'documents.read',
  'statistics.read',
  'cases.read',
  'papers.read',
  'registers.read',
  'activities.read',
  'venues.read',
  'skills.read',
  'reports.read',
] as const
const handle = [
  ...look,
  'cases.handle',
  'registers.edit',
  'activities.edit',
  'venues.edit',
  'people.unmask',
  'people.edit',
  'membership.decide',
  'membership.export',
  'papers.write',
  'skills.enter',
  'returns.fill',
  'reports.write',
] as const
/** A district department: its officers handle, its head also directs and approves. */
const department = [
  ...look,
  'cases.handle',
  'registers.edit',
  'activities.edit',
  'venues.edit',
  'people.unmask',
  'papers.write',
  'reports.write',
] as const
const head = [...department, 'cases.oversee', 'papers.issue', 'reports.approve'] as const

/**
 * Posts that carry rights. A post is held in one organisation and reaches everything beneath it.
 * Who may do what follows domain rules on levels (who handles what); the mapping is this table and nothing else.
 */
export const posts = {
  administrator: {
    name: t('系统管理员', 'Administrator'),
    rights: [
      ...look,
      'accounts.manage',
      'settings.edit',
      'settings.calendar',
      'audit.read',
      'organisations.edit',
      'cases.oversee',
      'cases.design',
      'registers.design',
      'activities.design',
    ],
  },
  leader: {
    name: t('区总工会领导', 'District leader'),
    rights: [...look, 'cases.handle', 'cases.oversee', 'papers.issue', 'skills.arbitrate', 'reports.approve'],
  },
  organisation_officer: {
    name: t('组织部干部', 'Organisation department officer'),
    rights: [...handle, 'people.merge', 'organisations.edit', 'membership.import', 'returns.oversee'],
  },
  organisation_head: {
    name: t('组织部部长', 'Head of the organisation department'),
    rights: [
      ...handle,
      'people.merge',
      'organisations.edit',
      'membership.import',
      'cases.oversee',
      'papers.issue',
      'returns.oversee',
      'reports.approve',
    ],
  },
  office_officer: {
    name: t('办公室干部', 'General office officer'),
    rights: [
      ...department,
      'cases.oversee',
      'cases.design',
      'registers.design',
      'activities.design',
      'statistics.edit',
      'settings.calendar',
      'papers.issue',
      'returns.oversee',
      'returns.design',
    ],
  },
  office_head: {
    name: t('办公室主任', 'Head of the general office'),
    rights: [
      ...head,
      'cases.design',
      'registers.design',
      'activities.design',
      'statistics.edit',
      'settings.calendar',
      'returns.oversee',
      'returns.design',
    ],
  },
  rights_officer: { name: t('权益部干部', 'Rights department officer'), rights: department },
  rights_head: { name: t('权益部部长', 'Head of the rights department'), rights: head },
  care_officer: { name: t('帮扶中心干部', 'Assistance centre officer'), rights: department },
  care_head: { name: t('帮扶中心主任', 'Head of the assistance centre'), rights: head },
  publicity_officer: { name: t('宣教部干部', 'Publicity department officer'), rights: department },
  publicity_head: { name: t('宣教部部长', 'Head of the publicity department'), rights: head },
  skills_officer: { name: t('职工发展部干部', 'Skills department officer'), rights: [...department, 'skills.enter', 'skills.run'] },
  skills_head: { name: t('职工发展部部长', 'Head of the skills department'), rights: [...head, 'skills.enter', 'skills.run', 'skills.arbitrate'] },
  women_officer: { name: t('女工部干部', "Women workers' department officer"), rights: department },
  women_head: { name: t('女工部部长', "Head of the women workers' department"), rights: head },
  finance_officer: { name: t('财务部干部', 'Finance officer'), rights: department },
  finance_head: { name: t('财务部部长', 'Head of finance'), rights: head },
  auditor: { name: t('经审干部', 'Audit officer'), rights: ['organisations.read', 'statistics.read', 'reports.read', 'audit.read'] },
  town_chair: {
    name: t('镇街总工会主席', 'Town federation chair'),
    rights: [...handle, 'cases.oversee', 'papers.issue', 'returns.oversee', 'reports.approve'],
  },
  station_head: {
    name: t('站长', 'Station head'),
    rights: [...handle, 'membership.import', 'organisations.edit', 'cases.oversee', 'returns.oversee', 'reports.approve'],
  },
  deputy_station_head: { name: t('副站长', 'Deputy station head'), rights: [...handle, 'membership.import'] },
  union_social_worker: { name: t('专职社工', 'Union social worker'), rights: [...handle, 'membership.import'] },
  union_chair: { name: t('基层工会主席', 'Base union chair'), rights: [...handle, 'membership.import', 'papers.issue', 'reports.approve'] },
  union_officer: { name: t('基层工会委员', 'Base union committee member'), rights: look },
} as const satisfies Record<string, { name: Text; rights: readonly Right[] }>

export type PostCode = keyof typeof posts
export const postCodes = Object.keys(posts) as PostCode[]
export const rightsOfPost = (code: string): readonly Right[] => (code in posts ? posts[code as PostCode].rights : [])
