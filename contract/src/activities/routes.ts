import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { ActivityLine, MySignUp, OpenActivity, SignUpState } from './shapes.ts'

export const listOpenActivities = route({
  id: 'listOpenActivities',
  method: 'GET',
  url: '/api/open-activities',
  door: 'anyone',
  summary: t('近期活动', 'What is on'),
  query: z.object({
    town: z.coerce.number().int().optional(),
    kind: z.string().max(60).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    q: z.string().trim().max(40).optional(),
    ...Page,
  }),
  reply: listOf(ActivityLine),
})
export const getOpenActivity = route({
  id: 'getOpenActivity',
  method: 'GET',
  url: '/api/open-activities/:id',
  door: 'anyone',
  summary: t('一个活动', 'One activity'),
  params: ById,
  reply: OpenActivity,
})

/** What a sign-up is answered with: how it stands, and the place on the standby list. */
export const SignUpReceipt = z.object({ id: Id, state: SignUpState, seats: z.int(), place: z.int().nullable() })
export type SignUpReceipt = z.infer<typeof SignUpReceipt>
const Party = z.array(z.string().trim().min(1).max(30)).max(30).default([])

export const signUp = route({
  id: 'signUp',
  method: 'POST',
  url: '/api/seat-pools/:id/sign-ups',
  door: 'person',
  summary: t('报名', 'Sign up'),
  params: ById,
  body: z.object({
    /** Made by the phone: the same request sent again is the same sign-up. */
    id: Id,
    answers: AnswersShape.default({}),
    /** Names of those who come along; they and the person who signs up are one. */
    party: Party,
  }),
  reply: SignUpReceipt,
})
export const cancelMySignUp = route({
  id: 'cancelMySignUp',
  method: 'POST',
  url: '/api/my-sign-ups/:id/cancel',
  door: 'person',
  summary: t('取消报名', 'Cancel a sign-up'),
  params: ById,
  body: z.object({ because: z.string().trim().max(200).default('') }),
  reply: Done,
})
export const listMySignUps = route({
  id: 'listMySignUps',
  method: 'GET',
  url: '/api/my-sign-ups',
  door: 'person',
  summary: t('我的报名', 'My sign-ups'),
  reply: z.object({ rows: z.array(MySignUp) }),
})
export const checkInByCode = route({
  id: 'checkInByCode',
  method: 'POST',
  url: '/api/my-check-ins',
  door: 'person',
  summary: t('扫现场码签到', 'Check in by the code on the screen'),
  body: z.object({ code: z.string().max(200) }),
  reply: z.object({ sessionId: Id, title: z.string(), place: z.string(), at: Instant }),
})
export const rateSession = route({
  id: 'rateSession',
  method: 'POST',
  url: '/api/sessions/:id/ratings',
  door: 'person',
  summary: t('评价一场活动', 'Rate a session'),
  params: ById,
  body: z.object({ stars: z.int().min(1).max(5), said: z.string().trim().max(500).default('') }),
  reply: Done,
})
export const getDrawFile = route({
  id: 'getDrawFile',
  method: 'GET',
  url: '/api/seat-pools/:id/draw.csv',
  door: 'anyone',
  summary: t('抽签结果文件', 'The published draw'),
  params: ById,
  sends: 'text/csv',
})

/** Calendars for phones and desks (RFC 5545). */
export const makeMyCalendar = route({
  id: 'makeMyCalendar',
  method: 'POST',
  url: '/api/my-calendar',
  door: 'person',
  summary: t('生成我的日历订阅地址', 'Make the address of my calendar'),
  reply: z.object({ url: z.string() }),
})
export const getMyCalendar = route({
  id: 'getMyCalendar',
  method: 'GET',
  url: '/api/calendars/mine/:token',
  door: 'anyone',
  summary: t('我的日历', 'My calendar'),
  params: z.object({ token: z.string().max(120) }),
  sends: 'text/calendar',
})
export const getOrganisationCalendar = route({
  id: 'getOrganisationCalendar',
  method: 'GET',
  url: '/api/calendars/organisations/:id',
  door: 'anyone',
  summary: t('一个工会的公开活动日历', 'Public calendar of a union'),
  params: ById,
  sends: 'text/calendar',
})
export const getDistrictCalendar = route({
  id: 'getDistrictCalendar',
  method: 'GET',
  url: '/api/calendars/district',
  door: 'anyone',
  summary: t('全区公开活动日历', 'Public calendar of the district'),
  sends: 'text/calendar',
})
