import { z } from 'zod'
import { AnswersShape, FormSent } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Count, Done, Flag, Id, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { EligibilitySent } from './definition.ts'
import { SignUpReceipt } from './routes.ts'
import { ActivityLine, ActivityView, PlanInput, SeatsInput, SessionInput, SignUpLine, StageShape } from './shapes.ts'

const Version = z.int()
const Because = z.string().trim().min(2).max(300)

/** What the list and its count are asked for: one predicate. */
export const ActivityFilter = {
  q: z.string().trim().max(60).optional(),
  kind: z.string().max(60).optional(),
  org: Id.optional(),
  stage: StageShape.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  template: Flag.optional(),
  series: Id.optional(),
}

export const listActivities = route({
  id: 'listActivities',
  method: 'GET',
  url: '/api/activities',
  door: 'activities.read',
  summary: t('活动列表', 'Activities'),
  query: z.object({ ...ActivityFilter, ...Page }),
  reply: listOf(ActivityLine),
})
export const countActivities = route({
  id: 'countActivities',
  method: 'GET',
  url: '/api/activities/count',
  door: 'activities.read',
  summary: t('活动数', 'How many activities'),
  query: z.object(ActivityFilter),
  reply: Count,
})
export const getActivity = route({
  id: 'getActivity',
  method: 'GET',
  url: '/api/activities/:id',
  door: 'activities.read',
  summary: t('一个活动的全部', 'All about one activity'),
  params: ById,
  reply: ActivityView,
})

/** The same again: every so many days or weeks, or on days one names. */
export const Repeat = z.union([
  z.object({ every: z.enum(['day', 'week', 'two-weeks', 'month']), times: z.int().min(2).max(60) }),
  z.object({ days: z.array(CivilDate).min(1).max(60) }),
])

export const createActivity = route({
  id: 'createActivity',
  method: 'POST',
  url: '/api/activities',
  door: 'activities.edit',
  summary: t('新建活动', 'Plan an activity'),
  body: z.object({
    kind: z.string().max(60),
    orgId: Id,
    ...PlanInput,
    whole: z.boolean().default(false),
    template: z.boolean().default(false),
    seriesId: Id.optional(),
    sessions: z.array(SessionInput).min(1).max(60),
    /** Applied to the first session. */
    repeat: Repeat.optional(),
    seats: SeatsInput.default({}),
  }),
  reply: ActivityView,
})
export const changeActivity = route({
  id: 'changeActivity',
  method: 'PATCH',
  url: '/api/activities/:id',
  door: 'activities.edit',
  summary: t('修改活动', 'Change an activity'),
  params: ById,
  body: z.object({
    version: Version,
    title: PlanInput.title.optional(),
    about: z.string().trim().max(4000).optional(),
    contact: z.string().trim().max(80).optional(),
    programme: z.string().trim().max(40).optional(),
    answers: AnswersShape.optional(),
    questions: FormSent.optional(),
    rules: z.array(EligibilitySent).max(20).optional(),
    partyMost: z.int().min(0).max(30).optional(),
  }),
  reply: ActivityView,
})
export const cloneActivity = route({
  id: 'cloneActivity',
  method: 'POST',
  url: '/api/activities/:id/clone',
  door: 'activities.edit',
  summary: t('照此再办一次', 'Plan the same again'),
  params: ById,
  body: z.object({
    /** Civil day of the first session; the others keep their distance. */
    on: CivilDate,
    /** Both belong to one series. */
    series: z.boolean().default(false),
    template: z.boolean().default(false),
  }),
  reply: ActivityView,
})
const change = <const Id extends string, const Url extends string>(id: Id, url: Url, zh: string, en: string) =>
  route({
    id,
    method: 'POST',
    url,
    door: 'activities.edit',
    summary: t(zh, en),
    params: ById,
    body: z.object({ version: Version }),
    reply: ActivityView,
  })
export const submitActivity = change('submitActivity', '/api/activities/:id/submit', '活动报批', 'Ask for approval')
export const publishActivity = change('publishActivity', '/api/activities/:id/publish', '发布活动', 'Publish an activity')
export const archiveActivity = change('archiveActivity', '/api/activities/:id/archive', '活动归档', 'Archive an activity')
export const cancelActivity = route({
  id: 'cancelActivity',
  method: 'POST',
  url: '/api/activities/:id/cancel',
  door: 'activities.edit',
  summary: t('取消活动', 'Cancel an activity'),
  params: ById,
  body: z.object({ version: Version, because: Because }),
  reply: ActivityView,
})

export const addSession = route({
  id: 'addSession',
  method: 'POST',
  url: '/api/activities/:id/sessions',
  door: 'activities.edit',
  summary: t('增加场次', 'Add a session'),
  params: ById,
  body: SessionInput,
  reply: ActivityView,
})
export const changeSession = route({
  id: 'changeSession',
  method: 'PATCH',
  url: '/api/sessions/:id',
  door: 'activities.edit',
  summary: t('改时间或地点', 'Move a session'),
  params: ById,
  body: SessionInput.extend({ version: Version }),
  reply: ActivityView,
})
export const cancelSession = route({
  id: 'cancelSession',
  method: 'POST',
  url: '/api/sessions/:id/cancel',
  door: 'activities.edit',
  summary: t('取消一场', 'Cancel a session'),
  params: ById,
  body: z.object({ version: Version, because: Because }),
  reply: ActivityView,
})
export const changeSeats = route({
  id: 'changeSeats',
  method: 'PATCH',
  url: '/api/seat-pools/:id',
  door: 'activities.edit',
  summary: t('改名额与报名时间', 'Change seats and times of sign-up'),
  params: ById,
  body: SeatsInput,
  reply: ActivityView,
})

export const listSignUps = route({
  id: 'listSignUps',
  method: 'GET',
  url: '/api/activities/:id/sign-ups',
  door: 'activities.read',
  summary: t('报名名单', 'Who has signed up'),
  params: ById,
  query: z.object({
    pool: Id.optional(),
    state: z.enum(['confirmed', 'standby', 'entered', 'cancelled']).optional(),
    q: z.string().trim().max(40).optional(),
    ...Page,
  }),
  reply: listOf(SignUpLine),
})
export const signUpFor = route({
  id: 'signUpFor',
  method: 'POST',
  url: '/api/seat-pools/:id/sign-ups-for',
  door: 'activities.edit',
  summary: t('代人报名', 'Sign somebody up'),
  params: ById,
  body: z.object({ id: Id, personId: Id, answers: AnswersShape.default({}), party: z.array(z.string().trim().min(1).max(30)).max(30).default([]) }),
  reply: SignUpReceipt,
})
export const PastedLine = z.object({
  line: z.int(),
  said: z.string(),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  /** What is in the way, or how it stands now. */
  says: z.string(),
  state: z.enum(['ready', 'confirmed', 'standby', 'entered', 'wrong']),
})
export const pasteSignUps = route({
  id: 'pasteSignUps',
  method: 'POST',
  url: '/api/seat-pools/:id/paste',
  door: 'activities.edit',
  summary: t('粘贴名单报名', 'Sign up a pasted list'),
  params: ById,
  body: z.object({
    /** A name and a phone number or the end of an ID number on each line. */
    text: z.string().max(40_000),
    dry: z.boolean().default(true),
  }),
  reply: z.object({ lines: z.array(PastedLine) }),
})
export const cancelSignUpFor = route({
  id: 'cancelSignUpFor',
  method: 'POST',
  url: '/api/sign-ups/:id/cancel',
  door: 'activities.edit',
  summary: t('代人取消报名', 'Cancel a sign-up for somebody'),
  params: ById,
  body: z.object({ because: Because }),
  reply: Done,
})
export const openSignUp = route({
  id: 'openSignUp',
  method: 'POST',
  url: '/api/sign-ups/:id/open',
  door: 'people.unmask',
  summary: t('查看报名所填内容', 'Open what somebody filled in'),
  params: ById,
  body: z.object({ purpose: z.string().trim().min(2).max(200) }),
  reply: z.object({ answers: AnswersShape }),
})
export const drawSeats = route({
  id: 'drawSeats',
  method: 'POST',
  url: '/api/seat-pools/:id/draw',
  door: 'activities.edit',
  summary: t('抽签', 'Hold the draw'),
  params: ById,
  body: z.object({
    /** Said in public at the draw, so that nobody can have chosen the seed to suit the list. */
    word: z
      .string()
      .trim()
      .max(40)
      .regex(/^[^,\r\n|]*$/)
      .default(''),
  }),
  reply: ActivityView,
})
