import { z } from 'zod'
import { idTypes } from '../codes/id-types.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Count, Flag, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

/** What the machine checked at once, so that the officer need not. */
export const Check = z.object({
  code: z.enum(['id-number', 'age', 'phone', 'employer', 'already-member', 'same-name-and-birth', 'other-person-same-phone']),
  verdict: z.enum(['passed', 'look', 'failed']),
  says: z.string(),
})

export const JoinPoint = z
  .object({
    code: z.string(),
    label: z.string(),
    kind: z.enum(['station', 'session', 'venue', 'unit']),
    org: Named,
    town: z.int().nullable(),
    phone: z.string().nullable(),
    /** Platform companies to tick instead of typing; sent along so that the form needs one journey on a weak network. */
    platforms: z.array(z.string()),
  })
  .meta({ id: 'JoinPoint' })

export const Application = z
  .object({
    id: Id,
    number: z.string(),
    person: Named,
    org: Named,
    channel: z.string(),
    status: z.enum(['submitted', 'returned', 'approved', 'refused', 'withdrawn']),
    mobile: z.string(),
    idLast4: z.string().nullable(),
    occupation: z.string().nullable(),
    employer: z.string().nullable(),
    platforms: z.array(z.string()),
    checks: z.array(Check),
    reason: z.string().nullable(),
    submittedAt: Instant,
    dueOn: CivilDate,
    decidedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Application' })
export type Application = z.infer<typeof Application>

const Decision = z.object({ version: z.int() })
const DecisionWithReason = Decision.extend({ reason: z.string().trim().min(2).max(300) })

export const getJoinPoint = route({
  id: 'getJoinPoint',
  method: 'GET',
  url: '/api/membership/join-points/:code',
  door: 'anyone',
  summary: t('扫码所到的入会点', 'The joining point of a QR code'),
  params: z.object({ code: z.string().trim().toUpperCase().max(20) }),
  reply: JoinPoint,
})

export const applyToJoin = route({
  id: 'applyToJoin',
  method: 'POST',
  url: '/api/membership/applications',
  door: 'anyone',
  perMinute: 120,
  summary: t('扫码入会', 'Apply to join'),
  body: z.object({
    joinPoint: z.string().trim().toUpperCase().max(20),
    name: z.string().max(80),
    idType: z.enum(idTypes.map((x) => x.code)).default('resident_id'),
    idNumber: z.string().max(40),
    mobile: z.string().max(30),
    challenge: Id,
    code: z.string().trim().max(12),
    occupation: z.string().max(40).optional(),
    employer: z.string().trim().max(120).optional(),
    platforms: z.array(z.string().trim().min(1).max(60)).max(6).default([]),
    /** The wording the person agreed to. */
    consent: z.literal('joining-2026-1'),
    /** The ID number is sensitive and needs a consent of its own (PIPL art. 29). */
    sensitiveConsent: z.literal('id-number-2026-1'),
  }),
  reply: z.object({ id: Id, number: z.string(), org: Named, dueOn: CivilDate }),
})

export const listApplications = route({
  id: 'listApplications',
  method: 'GET',
  url: '/api/membership/applications',
  door: 'membership.read',
  summary: t('入会申请', 'Applications to join'),
  query: z.object({
    status: z.enum(['submitted', 'returned', 'approved', 'refused', 'withdrawn']).optional(),
    q: z.string().trim().max(40).optional(),
    ...Page,
  }),
  reply: listOf(Application),
})
export const getApplication = route({
  id: 'getApplication',
  method: 'GET',
  url: '/api/membership/applications/:id',
  door: 'membership.read',
  summary: t('一份入会申请', 'One application'),
  params: ById,
  reply: Application,
})
export const approveApplication = route({
  id: 'approveApplication',
  method: 'POST',
  url: '/api/membership/applications/:id/approve',
  door: 'membership.decide',
  summary: t('同意入会', 'Approve an application'),
  params: ById,
  body: Decision,
  reply: Application,
})
export const returnApplication = route({
  id: 'returnApplication',
  method: 'POST',
  url: '/api/membership/applications/:id/return',
  door: 'membership.decide',
  summary: t('退回补正', 'Return for correction'),
  params: ById,
  body: DecisionWithReason,
  reply: Application,
})
export const refuseApplication = route({
  id: 'refuseApplication',
  method: 'POST',
  url: '/api/membership/applications/:id/refuse',
  door: 'membership.decide',
  summary: t('不予入会', 'Refuse an application'),
  params: ById,
  body: DecisionWithReason,
  reply: Application,
})

export const Member = z
  .object({
    person: Named,
    org: Named,
    status: z.string(),
    occupation: z.string().nullable(),
    channel: z.string().nullable(),
    joinedOn: CivilDate.nullable(),
    cardNumber: z.string().nullable(),
    floating: z.boolean(),
    sex: z.int(),
    mobile: z.string().nullable(),
    idLast4: z.string().nullable(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** Filters of the member list; the same values select the list, its count and its export. */
export const MemberFilter = {
  q: z.string().trim().max(40).optional(),
  org: Id.optional(),
  town: z.coerce.number().int().optional(),
  status: z.string().max(20).optional(),
  occupation: z.string().max(40).optional(),
  channel: z.string().max(40).optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  floating: Flag.optional(),
}
export const listMembers = route({
  id: 'listMembers',
  method: 'GET',
  url: '/api/membership/members',
  door: 'membership.read',
  summary: t('会员', 'Members'),
  query: z.object({ ...MemberFilter, sort: z.enum(['joined', 'name']).default('joined'), ...Page }),
  reply: listOf(Member),
})
export const countMembers = route({
  id: 'countMembers',
  method: 'GET',
  url: '/api/membership/members/count',
  door: 'membership.read',
  summary: t('会员数（列表口径）', 'How many the list holds'),
  query: z.object(MemberFilter),
  reply: Count,
})

export const MyMembership = z
  .object({
    person: Named,
    status: z.string().nullable(),
    org: Named.nullable(),
    cardNumber: z.string().nullable(),
    joinedOn: CivilDate.nullable(),
    /** Compact signed token; the QR of the card. Verified offline with the public key of the region. */
    card: z.string().nullable(),
    application: Application.pick({ id: true, number: true, status: true, reason: true, dueOn: true, org: true }).nullable(),
  })
  .meta({ id: 'MyMembership' })
export type MyMembership = z.infer<typeof MyMembership>
export const myMembership = route({
  id: 'myMembership',
  method: 'GET',
  url: '/api/membership/mine',
  door: 'person',
  summary: t('我的会籍', 'My membership'),
  reply: MyMembership,
})
export const cardKeys = route({
  id: 'cardKeys',
  method: 'GET',
  url: '/api/membership/card-keys',
  door: 'anyone',
  summary: t('会员卡验证公钥', 'Public keys that verify member cards'),
  reply: z.object({ keys: z.array(z.object({ id: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() })) }),
})
