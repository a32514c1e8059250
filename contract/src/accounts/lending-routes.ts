import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Flag, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { RightCode } from './shapes.ts'

export const Lending = z.object({
  id: Id,
  from: Named,
  to: Named,
  org: Named,
  post: z.string(),
  rights: z.array(z.string()),
  because: z.string(),
  fromAt: Instant,
  untilAt: Instant,
  endedAt: Instant.nullable(),
  standing: z.boolean(),
})
export const Emergency = z
  .object({
    id: Id,
    person: Named,
    org: Named,
    rights: z.array(z.string()),
    because: z.string(),
    fromAt: Instant,
    untilAt: Instant,
    endedAt: Instant.nullable(),
    reviewedAt: Instant.nullable(),
    reviewedBy: Named.nullable(),
    verdict: z.enum(['justified', 'not-justified']).nullable(),
    reviewNote: z.string().nullable(),
  })
  .meta({ id: 'Emergency' })
export type Emergency = z.infer<typeof Emergency>

export const findColleagues = route({
  id: 'findColleagues',
  method: 'GET',
  url: '/api/accounts/colleagues',
  door: 'staff',
  summary: t('查找同事', 'Find a colleague'),
  query: z.object({ q: z.string().trim().min(1).max(40) }),
  reply: z.object({ rows: z.array(z.object({ person: Named, posts: z.array(z.string()) })) }),
})
export const myLending = route({
  id: 'myLending',
  method: 'GET',
  url: '/api/accounts/lending',
  door: 'staff',
  summary: t('我的委托', 'Rights lent and borrowed'),
  reply: z.object({
    posts: z.array(z.object({ id: Id, org: Named, post: z.string(), rights: z.array(z.string()) })),
    rows: z.array(Lending),
  }),
})
export const lendRights = route({
  id: 'lendRights',
  method: 'POST',
  url: '/api/accounts/lending',
  door: 'staff',
  byHand: true,
  summary: t('委托权限', 'Lend rights'),
  body: z.object({ post: Id, to: Id, rights: z.array(RightCode).min(1).max(60), because: z.string().trim().min(2).max(300), until: CivilDate }),
  reply: Lending,
})
export const endLending = route({
  id: 'endLending',
  method: 'POST',
  url: '/api/accounts/lending/:id/end',
  door: 'staff',
  byHand: true,
  summary: t('提前结束委托', 'End a lending'),
  params: ById,
  reply: Done,
})

export const breakGlass = route({
  id: 'breakGlass',
  method: 'POST',
  url: '/api/accounts/break-glass',
  door: 'staff',
  byHand: true,
  perMinute: 10,
  summary: t('应急访问', 'Emergency access'),
  body: z.object({
    org: Id,
    rights: z.array(RightCode).min(1).max(20),
    because: z.string().trim().min(10).max(500),
    minutes: z.int().min(5).max(240),
  }),
  reply: Emergency,
})
export const endBreakGlass = route({
  id: 'endBreakGlass',
  method: 'POST',
  url: '/api/accounts/break-glass/:id/end',
  door: 'staff',
  byHand: true,
  summary: t('结束应急访问', 'End emergency access'),
  params: ById,
  reply: Done,
})
export const myBreakGlass = route({
  id: 'myBreakGlass',
  method: 'GET',
  url: '/api/accounts/break-glass/mine',
  door: 'staff',
  summary: t('我的应急访问', 'My emergency accesses'),
  reply: z.object({ rows: z.array(Emergency) }),
})
export const listBreakGlass = route({
  id: 'listBreakGlass',
  method: 'GET',
  url: '/api/accounts/break-glass',
  door: 'audit.read',
  summary: t('应急访问记录', 'Emergency accesses'),
  query: z.object({ open: Flag.optional(), ...Page }),
  reply: listOf(Emergency),
})
export const reviewBreakGlass = route({
  id: 'reviewBreakGlass',
  method: 'POST',
  url: '/api/accounts/break-glass/:id/review',
  door: 'audit.read',
  byHand: true,
  summary: t('复核应急访问', 'Review an emergency access'),
  params: ById,
  body: z.object({ verdict: z.enum(['justified', 'not-justified']), note: z.string().trim().min(2).max(500) }),
  reply: Emergency,
})
