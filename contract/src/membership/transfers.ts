import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

export const Transfer = z
  .object({
    id: Id,
    person: Named,
    from: Named,
    to: Named,
    status: z.enum(['asked', 'released', 'received', 'refused', 'withdrawn']),
    because: z.string(),
    reason: z.string().nullable(),
    askedAt: Instant,
    mayRelease: z.boolean(),
    mayReceive: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Transfer' })
const Decision = z.object({ version: z.int() })

export const askTransfer = route({
  id: 'askTransfer',
  method: 'POST',
  url: '/api/membership/transfers',
  door: 'membership.decide',
  summary: t('发起会籍接转', 'Ask for a transfer'),
  body: z.object({ personId: Id, toOrgId: Id, because: z.string().trim().max(200).default('') }),
  reply: z.object({ id: Id }),
})
export const listTransfers = route({
  id: 'listTransfers',
  method: 'GET',
  url: '/api/membership/transfers',
  door: 'membership.read',
  summary: t('会籍接转', 'Transfers'),
  query: z.object({ status: z.enum(['asked', 'released', 'received', 'refused', 'withdrawn']).optional(), ...Page }),
  reply: listOf(Transfer),
})
export const releaseTransfer = route({
  id: 'releaseTransfer',
  method: 'POST',
  url: '/api/membership/transfers/:id/release',
  door: 'membership.decide',
  summary: t('同意转出', 'Release'),
  params: ById,
  body: Decision,
  reply: Done,
})
export const receiveTransfer = route({
  id: 'receiveTransfer',
  method: 'POST',
  url: '/api/membership/transfers/:id/receive',
  door: 'membership.decide',
  summary: t('同意接收', 'Receive'),
  params: ById,
  body: Decision,
  reply: Done,
})
export const refuseTransfer = route({
  id: 'refuseTransfer',
  method: 'POST',
  url: '/api/membership/transfers/:id/refuse',
  door: 'membership.decide',
  summary: t('不同意接转', 'Refuse a transfer'),
  params: ById,
  body: Decision.extend({ reason: z.string().trim().min(2).max(300) }),
  reply: Done,
})

export const endings = ['retained', 'left', 'expelled', 'deceased', 'active'] as const
export const changeMembership = route({
  id: 'changeMembership',
  method: 'POST',
  url: '/api/membership/persons/:id/status',
  door: 'membership.decide',
  summary: t('保留、退会、除名、去世、恢复', 'Retain, leave, expel, deceased, restore'),
  params: ById,
  body: z.object({ to: z.enum(endings), on: CivilDate, because: z.string().trim().min(2).max(200), version: z.int() }),
  reply: Done,
})

export const addProspect = route({
  id: 'addProspect',
  method: 'POST',
  url: '/api/membership/prospects',
  door: 'membership.decide',
  summary: t('登记先服务后入会对象', 'Record somebody served before joining'),
  body: z.object({
    name: z.string().max(80),
    mobile: z.string().max(30),
    orgId: Id,
    occupation: z.string().max(40).optional(),
    note: z.string().trim().max(200).default(''),
  }),
  reply: z.object({ id: Id }),
})

export const listJoinPoints = route({
  id: 'listJoinPoints',
  method: 'GET',
  url: '/api/membership/join-points',
  door: 'membership.read',
  summary: t('入会码', 'Joining codes'),
  reply: z.object({
    rows: z.array(
      z.object({
        id: Id,
        code: z.string(),
        label: z.string(),
        kind: z.string(),
        org: Named,
        expiresAt: Instant.nullable(),
        closedAt: Instant.nullable(),
        joined: z.int(),
        url: z.string(),
      }),
    ),
  }),
})
export const openJoinPoint = route({
  id: 'openJoinPoint',
  method: 'POST',
  url: '/api/membership/join-points',
  door: 'membership.decide',
  summary: t('新建入会码', 'Open a joining code'),
  body: z.object({
    orgId: Id,
    kind: z.enum(['station', 'session', 'venue', 'unit']),
    label: z.string().trim().min(2).max(60),
    expiresAt: Instant.nullish(),
  }),
  reply: z.object({ id: Id, code: z.string() }),
})
export const closeJoinPoint = route({
  id: 'closeJoinPoint',
  method: 'POST',
  url: '/api/membership/join-points/:id/close',
  door: 'membership.decide',
  summary: t('停用入会码', 'Close a joining code'),
  params: ById,
  reply: Done,
})
export const countByOrganisation = route({
  id: 'countByOrganisation',
  method: 'GET',
  url: '/api/membership/members/by-organisation',
  door: 'organisations.read',
  summary: t('各工会会员数', 'Members of each union'),
  reply: z.object({ counts: z.record(z.string(), z.int()) }),
})

export const listReceivingUnions = route({
  id: 'listReceivingUnions',
  method: 'GET',
  url: '/api/membership/receiving-unions',
  door: 'staff',
  summary: t('可接收会员的工会（全区名单）', 'Unions that can receive a member'),
  reply: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), kind: z.string() })) }),
})
