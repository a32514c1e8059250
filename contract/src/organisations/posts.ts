import type { Right } from '../kit/right.ts'
import { type Text, t } from '../kit/text.ts'

const look = ['people.read', 'organisations.read', 'membership.read', 'documents.read', 'statistics.read', 'papers.read'] as const
const handle = [...look, 'people.unmask', 'people.edit', 'membership.decide', 'membership.export', 'papers.write'] as const

/**
 * Posts that carry rights. A post is held in one organisation and reaches everything beneath it.
 * Who may do what follows domain rules on levels (who handles what); the mapping is this table and nothing else.
 */
export const posts = {
  administrator: {
    name: t('系统管理员', 'Administrator'),
    rights: [...look, 'accounts.manage', 'settings.edit', 'audit.read', 'organisations.edit'],
  },
  leader: { name: t('区总工会领导', 'District leader'), rights: [...look, 'papers.issue'] },
  organisation_officer: {
    name: t('组织部干部', 'Organisation department officer'),
    rights: [...handle, 'people.merge', 'organisations.edit', 'membership.import'],
  },
  office_officer: { name: t('办公室干部', 'General office officer'), rights: [...look, 'papers.write', 'papers.issue'] },
  auditor: { name: t('经审干部', 'Audit officer'), rights: ['organisations.read', 'statistics.read', 'audit.read'] },
  town_chair: { name: t('镇街总工会主席', 'Town federation chair'), rights: [...handle, 'papers.issue'] },
  station_head: { name: t('站长', 'Station head'), rights: [...handle, 'membership.import', 'organisations.edit'] },
  deputy_station_head: { name: t('副站长', 'Deputy station head'), rights: [...handle, 'membership.import'] },
  union_social_worker: { name: t('专职社工', 'Union social worker'), rights: [...handle, 'membership.import'] },
  union_chair: { name: t('基层工会主席', 'Base union chair'), rights: [...handle, 'membership.import', 'papers.issue'] },
  union_officer: { name: t('基层工会委员', 'Base union committee member'), rights: look },
} as const satisfies Record<string, { name: Text; rights: readonly Right[] }>

export type PostCode = keyof typeof posts
export const postCodes = Object.keys(posts) as PostCode[]
export const rightsOfPost = (code: string): readonly Right[] => (code in posts ? posts[code as PostCode].rights : [])
