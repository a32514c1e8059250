import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Flag, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Login, PostKind } from './shapes.ts'

const manage = 'accounts.manage' as const
const Because = z.object({ because: z.string().trim().min(2).max(300) })
const OneTimeCode = z.object({ account: Id, login: z.string(), code: z.string(), until: Instant })

export const HeldPost = z.object({
  id: Id,
  org: Named,
  post: z.string(),
  from: CivilDate,
  to: CivilDate.nullable(),
  standing: z.boolean(),
  rights: z.array(z.string()),
})
export const StaffAccount = z
  .object({
    id: Id,
    person: Named,
    login: z.string().nullable(),
    posts: z.array(HeldPost),
    secondFactor: z.array(z.enum(['totp', 'passkey'])),
    hasPassword: z.boolean(),
    disabledAt: Instant.nullable(),
    lastSeenAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'StaffAccount' })
export type StaffAccount = z.infer<typeof StaffAccount>

export const listPostKinds = route({
  id: 'listPostKinds',
  method: 'GET',
  url: '/api/accounts/post-kinds',
  door: manage,
  summary: t('岗位与权限', 'Posts and the rights they carry'),
  reply: z.object({
    posts: z.array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }), rights: z.array(z.string()) })),
  }),
})
export const listAccounts = route({
  id: 'listAccounts',
  method: 'GET',
  url: '/api/accounts/staff',
  door: manage,
  summary: t('工作账号', 'Staff accounts'),
  query: z.object({ q: z.string().trim().max(40).optional(), org: Id.optional(), disabled: Flag.optional(), ...Page }),
  reply: listOf(StaffAccount),
})
export const getAccount = route({
  id: 'getAccount',
  method: 'GET',
  url: '/api/accounts/staff/:id',
  door: manage,
  summary: t('一个工作账号', 'One staff account'),
  params: ById,
  reply: StaffAccount,
})
export const createStaffAccount = route({
  id: 'createStaffAccount',
  method: 'POST',
  url: '/api/accounts/staff',
  door: manage,
  byHand: true,
  summary: t('新建工作账号', 'Create a staff account'),
  body: z.object({
    login: Login,
    /** Somebody of the registry, or a new entry; a known ID number under the same name is the same person. */
    person: z.union([
      Id,
      z.object({ name: z.string().trim().min(1).max(60), idNumber: z.string().trim().max(40).optional(), mobile: z.string().max(30).optional() }),
    ]),
    post: PostKind,
    org: Id,
    from: CivilDate.optional(),
    to: CivilDate.optional(),
  }),
  reply: OneTimeCode,
})
export const issueSignInCode = route({
  id: 'issueSignInCode',
  method: 'POST',
  url: '/api/accounts/staff/:id/sign-in-code',
  door: manage,
  byHand: true,
  summary: t('发一次性登录码', 'Give a one-time sign-in code'),
  params: ById,
  reply: OneTimeCode,
})
export const disableAccount = route({
  id: 'disableAccount',
  method: 'POST',
  url: '/api/accounts/staff/:id/disable',
  door: manage,
  byHand: true,
  summary: t('停用账号', 'Disable an account'),
  params: ById,
  body: Because,
  reply: StaffAccount,
})
export const enableAccount = route({
  id: 'enableAccount',
  method: 'POST',
  url: '/api/accounts/staff/:id/enable',
  door: manage,
  byHand: true,
  summary: t('恢复账号', 'Enable an account'),
  params: ById,
  body: Because,
  reply: StaffAccount,
})
export const resetSecondFactor = route({
  id: 'resetSecondFactor',
  method: 'POST',
  url: '/api/accounts/staff/:id/reset-second-factor',
  door: manage,
  byHand: true,
  summary: t('重置登录保护', 'Reset the second factor'),
  params: ById,
  body: Because,
  reply: Done,
})
export const givePost = route({
  id: 'givePost',
  method: 'POST',
  url: '/api/accounts/staff/:id/posts',
  door: manage,
  byHand: true,
  summary: t('任命岗位', 'Give a post'),
  params: ById,
  body: z.object({ post: PostKind, org: Id, from: CivilDate.optional(), to: CivilDate.optional(), fullTime: z.boolean().default(false) }),
  reply: StaffAccount,
})
export const endPost = route({
  id: 'endPost',
  method: 'POST',
  url: '/api/accounts/posts/:id/end',
  door: manage,
  byHand: true,
  summary: t('结束任职', 'End a post'),
  params: ById,
  body: z.object({ /** Last day in office. */ on: CivilDate, because: z.string().trim().min(2).max(300) }),
  reply: Done,
})
