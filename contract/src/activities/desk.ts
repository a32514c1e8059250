import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Said, SessionRoom, SignUpState } from './shapes.ts'

/** One session on a calendar or on the workbench. */
export const SessionLine = z
  .object({
    id: Id,
    number: z.int(),
    activity: z.object({ id: Id, title: z.string(), state: z.enum(['draft', 'submitted', 'published', 'cancelled', 'archived']) }),
    kind: z.object({ code: z.string(), title: Said }),
    counts: z.enum(['names', 'heads']),
    org: Named,
    startsAt: Instant,
    endsAt: Instant,
    place: z.string(),
    room: SessionRoom.nullable(),
    head: z.string(),
    cancelled: z.boolean(),
    closed: z.boolean(),
    expected: z.int(),
    attended: z.int(),
  })
  .meta({ id: 'SessionLine' })
export type SessionLine = z.infer<typeof SessionLine>

export const listSessions = route({
  id: 'listSessions',
  method: 'GET',
  url: '/api/sessions',
  door: 'activities.read',
  summary: t('一段时间的场次（日历、今日）', 'Sessions of a period, for the calendar and the day'),
  query: z.object({ from: CivilDate, to: CivilDate, kind: z.string().max(60).optional(), org: Id.optional() }),
  /** Every session that touches these days, at most 62 of them; `more` where there are too many to show. */
  reply: z.object({ rows: z.array(SessionLine), more: z.boolean() }),
})

export const exportSignUps = route({
  id: 'exportSignUps',
  method: 'GET',
  url: '/api/activities/:id/sign-ups/sheet',
  door: 'activities.edit',
  perMinute: 30,
  summary: t('导出报名名单和所填内容', 'Export who has signed up and what they answered'),
  params: ById,
  query: z.object({
    pool: Id.optional(),
    state: SignUpState.optional(),
    /** `full` opens phones and what is sealed; asks for a right and a purpose. */
    numbers: z.enum(['masked', 'full']).default('masked'),
    purpose: z.string().trim().max(200).optional(),
  }),
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
