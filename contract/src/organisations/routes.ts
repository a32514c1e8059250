import { z } from 'zod'
import { organisationKinds } from '../codes/organisation-kinds.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

const Kind = z.enum(organisationKinds.map((k) => k.code))

/** One node of the tree, short: the whole district is one answer. */
export const TreeNode = z
  .object({ id: Id, parent: Id.nullable(), kind: Kind, name: z.string(), town: z.int().nullable(), termEnds: CivilDate.nullable() })
  .meta({ id: 'TreeNode' })
export type TreeNode = z.infer<typeof TreeNode>

export const Term = z.object({ id: Id, number: z.int(), from: CivilDate, to: CivilDate, years: z.union([z.literal(3), z.literal(5)]) })

export const Organisation = z
  .object({
    id: Id,
    kind: Kind,
    name: z.string(),
    shortName: z.string().nullable(),
    parent: Named.nullable(),
    industryParent: Named.nullable(),
    employer: Named.nullable(),
    uscc: z.string().nullable(),
    town: z.int().nullable(),
    approvalNumber: z.string().nullable(),
    foundedOn: CivilDate.nullable(),
    dissolvedOn: CivilDate.nullable(),
    succeededBy: Named.nullable(),
    workersDeclared: z.int().nullable(),
    womenDeclared: z.int().nullable(),
    declaredOn: CivilDate.nullable(),
    unitsCovered: z.int().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    version: z.int(),
    parents: z.array(z.object({ line: z.enum(['area', 'industry']), parent: Named, from: CivilDate, to: CivilDate.nullable() })),
    terms: z.array(Term),
    posts: z.array(
      z.object({ id: Id, person: Named, post: z.string(), postName: z.string(), fullTime: z.boolean(), from: CivilDate, to: CivilDate.nullable() }),
    ),
    history: z.array(z.object({ kind: z.string(), day: CivilDate, actor: z.string().nullable(), data: z.record(z.string(), z.unknown()) })),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

const Details = {
  name: z.string().trim().min(2).max(120),
  shortName: z.string().trim().max(40).nullish(),
  uscc: z.string().trim().max(30).nullish(),
  town: z.int().nullish(),
  approvalNumber: z.string().trim().max(60).nullish(),
  foundedOn: CivilDate.nullish(),
  workersDeclared: z.int().min(0).max(1_000_000).nullish(),
  womenDeclared: z.int().min(0).max(1_000_000).nullish(),
  unitsCovered: z.int().min(0).max(10_000).nullish(),
  phone: z.string().trim().max(40).nullish(),
  address: z.string().trim().max(200).nullish(),
  employerId: Id.nullish(),
  industryParentId: Id.nullish(),
}
const Version = { version: z.int() }
const On = { on: CivilDate, because: z.string().trim().min(2).max(200) }

export const listTree = route({
  id: 'listTree',
  method: 'GET',
  url: '/api/organisations/tree',
  door: 'organisations.read',
  summary: t('组织树', 'The union tree'),
  reply: z.object({ nodes: z.array(TreeNode) }),
})
export const getOrganisation = route({
  id: 'getOrganisation',
  method: 'GET',
  url: '/api/organisations/:id',
  door: 'organisations.read',
  summary: t('一个组织', 'One organisation'),
  params: ById,
  reply: Organisation,
})
export const foundOrganisation = route({
  id: 'foundOrganisation',
  method: 'POST',
  url: '/api/organisations',
  door: 'organisations.edit',
  summary: t('新建组织', 'Found an organisation'),
  body: z.object({ kind: Kind, parentId: Id, ...Details }),
  reply: Organisation,
})
export const changeOrganisation = route({
  id: 'changeOrganisation',
  method: 'PATCH',
  url: '/api/organisations/:id',
  door: 'organisations.edit',
  summary: t('更正组织信息', 'Correct an organisation'),
  params: ById,
  body: z.object({ ...Details, name: Details.name.optional(), ...Version }),
  reply: Organisation,
})
export const moveOrganisation = route({
  id: 'moveOrganisation',
  method: 'POST',
  url: '/api/organisations/:id/move',
  door: 'organisations.edit',
  summary: t('调整隶属关系', 'Move under another parent'),
  params: ById,
  body: z.object({ parentId: Id, ...On, ...Version }),
  reply: Organisation,
})
export const dissolveOrganisation = route({
  id: 'dissolveOrganisation',
  method: 'POST',
  url: '/api/organisations/:id/dissolve',
  door: 'organisations.edit',
  summary: t('撤销组织', 'Dissolve an organisation'),
  params: ById,
  body: z.object({ ...On, ...Version }),
  reply: Organisation,
})
export const mergeOrganisation = route({
  id: 'mergeOrganisation',
  method: 'POST',
  url: '/api/organisations/:id/merge',
  door: 'organisations.edit',
  summary: t('并入另一工会', 'Merge into another union'),
  params: ById,
  body: z.object({ intoId: Id, ...On, ...Version }),
  reply: Organisation,
})
export const splitOrganisation = route({
  id: 'splitOrganisation',
  method: 'POST',
  url: '/api/organisations/:id/split',
  door: 'organisations.edit',
  summary: t('分设新工会', 'Split off a new union'),
  params: ById,
  body: z.object({ name: Details.name, uscc: Details.uscc, memberIds: z.array(Id).max(5000), ...On, ...Version }),
  reply: Organisation,
})
export const addTerm = route({
  id: 'addTerm',
  method: 'POST',
  url: '/api/organisations/:id/terms',
  door: 'organisations.edit',
  summary: t('登记届次', 'Record a term of office'),
  params: ById,
  body: z.object({ number: z.int().min(1).max(60), from: CivilDate, years: z.union([z.literal(3), z.literal(5)]) }),
  reply: Organisation,
})
export const listEndingTerms = route({
  id: 'listEndingTerms',
  method: 'GET',
  url: '/api/organisations/ending-terms',
  door: 'organisations.read',
  summary: t('即将届满和超期未换届', 'Terms ending or overdue'),
  query: z.object({ until: CivilDate.optional() }),
  reply: z.object({ rows: z.array(z.object({ org: Named, number: z.int(), to: CivilDate, town: z.int().nullable() })) }),
})

export const Employer = z
  .object({
    id: Id,
    name: z.string(),
    uscc: z.string().nullable(),
    industry: z.string().nullable(),
    town: z.int().nullable(),
    isPlatform: z.boolean(),
    workers: z.int().nullable(),
    hasUnion: z.boolean(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Employer' })
const EmployerDetails = {
  name: z.string().trim().min(2).max(120),
  uscc: z.string().trim().max(30).nullish(),
  industry: z.string().max(4).nullish(),
  town: z.int().nullish(),
  isPlatform: z.boolean().default(false),
  workers: z.int().min(0).max(1_000_000).nullish(),
  contactName: z.string().trim().max(40).nullish(),
  contactPhone: z.string().trim().max(30).nullish(),
}
export const listEmployers = route({
  id: 'listEmployers',
  method: 'GET',
  url: '/api/organisations/employers',
  door: 'organisations.read',
  summary: t('用人单位', 'Employers'),
  query: z.object({ q: z.string().trim().max(60).optional(), town: z.coerce.number().int().optional(), ...Page }),
  reply: listOf(Employer),
})
export const addEmployer = route({
  id: 'addEmployer',
  method: 'POST',
  url: '/api/organisations/employers',
  door: 'organisations.edit',
  summary: t('登记用人单位', 'Register an employer'),
  body: z.object(EmployerDetails),
  reply: z.object({ id: Id }),
})
export const changeEmployer = route({
  id: 'changeEmployer',
  method: 'PATCH',
  url: '/api/organisations/employers/:id',
  door: 'organisations.edit',
  summary: t('更正用人单位', 'Correct an employer'),
  params: ById,
  body: z.object({ ...EmployerDetails, ...Version }),
  reply: Done,
})
