import { z } from 'zod'
import { AnswersShape, FormSent } from '../forms/definition.ts'
import { Id, Instant, Named } from '../kit/shapes.ts'
import { EligibilitySent, KindSent } from './definition.ts'
import { audienceCodes } from './words.ts'

export const Said = z.object({ zh: z.string(), en: z.string() })
export const AudienceShape = z.enum(audienceCodes as [string, ...string[]])
export const StageShape = z.enum(['draft', 'submitted', 'soon', 'open', 'full', 'closed', 'running', 'finished', 'cancelled', 'archived'])
export const SignUpState = z.enum(['confirmed', 'standby', 'entered', 'cancelled'])
export const Via = z.enum(['code', 'card', 'list', 'walk-in'])
const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Title = z.string().trim().min(1).max(80)

const Line = z.object({ seats: z.int(), taken: z.int() })
export const PoolView = z
  .object({
    id: Id,
    /** The session it is for; null: one signs up for the whole course. */
    sessionId: Id.nullable(),
    seats: z.int().nullable(),
    taken: z.int(),
    standby: z.int(),
    standbySeats: z.int(),
    opensAt: Instant,
    closesAt: Instant,
    cancelUntil: Instant,
    rule: z.enum(['first', 'draw']),
    firstTimers: z.boolean(),
    quotas: z.array(z.object({ org: Named, seats: z.int(), taken: z.int() })),
    /** Seats set aside for men and for women; null: not told apart. */
    men: Line.nullable(),
    women: Line.nullable(),
    stage: z.enum(['soon', 'open', 'standby', 'full', 'closed', 'drawn']),
    /** SHA-256 of the seed of the draw, published before anybody signs up. */
    seedHash: z.string().nullable(),
    drawnAt: Instant.nullable(),
  })
  .meta({ id: 'SeatPool' })
export type PoolView = z.infer<typeof PoolView>

export const SessionView = z
  .object({
    id: Id,
    number: z.int(),
    poolId: Id,
    startsAt: Instant,
    endsAt: Instant,
    place: z.string(),
    address: z.string(),
    point: Point.nullable(),
    audience: z.string().nullable(),
    head: z.string(),
    cancelled: z.boolean(),
    because: z.string(),
  })
  .meta({ id: 'ActivitySession' })
export type SessionView = z.infer<typeof SessionView>

const line = {
  id: Id,
  kind: z.object({ code: z.string(), title: Said }),
  title: z.string(),
  org: Named,
  town: z.int().nullable(),
  stage: StageShape,
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  sessions: z.int(),
  seats: z.int().nullable(),
  taken: z.int(),
  standby: z.int(),
}
export const ActivityLine = z.object(line).meta({ id: 'ActivityLine' })
export type ActivityLine = z.infer<typeof ActivityLine>

/** A sign-up as the person who made it sees it. */
export const MySignUp = z
  .object({
    id: Id,
    activityId: Id,
    title: z.string(),
    poolId: Id,
    state: SignUpState,
    seats: z.int(),
    /** Place on the standby list, counted from one. */
    place: z.int().nullable(),
    party: z.array(z.string()),
    at: Instant,
    cancelUntil: Instant,
    mayCancel: z.boolean(),
    sessions: z.array(SessionView.extend({ attendedAt: Instant.nullable(), mayRate: z.boolean(), stars: z.int().nullable() })),
  })
  .meta({ id: 'MySignUp' })
export type MySignUp = z.infer<typeof MySignUp>

/** What everybody may read of a published activity. */
export const OpenActivity = z
  .object({
    ...line,
    about: z.string(),
    contact: z.string(),
    whole: z.boolean(),
    partyMost: z.int(),
    answers: z.array(z.object({ label: Said, value: Said })),
    questions: FormSent,
    rules: z.array(Said),
    /** Who comes first where seats are drawn or waited for. */
    first: z.array(Said),
    /** Those who were there may choose each other afterwards. */
    matches: z.boolean(),
    sessionList: z.array(SessionView),
    pools: z.array(PoolView),
    because: z.string(),
    mine: z.array(MySignUp),
  })
  .meta({ id: 'OpenActivity' })
export type OpenActivity = z.infer<typeof OpenActivity>

/** The place of a venue that a session holds, or was to hold: taken away or refused, it needs another. */
export const SessionRoom = z.object({
  place: Named,
  venue: Named,
  state: z.enum(['asked', 'confirmed', 'displaced', 'refused']),
  because: z.string(),
})
export type SessionRoom = z.infer<typeof SessionRoom>

export const ActivityView = z
  .object({
    ...line,
    about: z.string(),
    contact: z.string(),
    programme: z.string(),
    whole: z.boolean(),
    template: z.boolean(),
    seriesId: Id.nullable(),
    partyMost: z.int(),
    answers: AnswersShape,
    questions: FormSent,
    rules: z.array(EligibilitySent),
    kindRules: z.array(Said),
    definition: KindSent,
    sessionList: z.array(
      SessionView.extend({
        room: SessionRoom.nullable(),
        version: z.int(),
        expected: z.int(),
        attended: z.int(),
        gateCount: z.int().nullable(),
        held: z.boolean(),
        closedAt: Instant.nullable(),
        photos: z.int(),
        stars: z.number().nullable(),
        ratings: z.int(),
      }),
    ),
    pools: z.array(PoolView),
    caseId: Id.nullable(),
    /** The case that asked for it: an order of a course. */
    asked: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
    because: z.string(),
    may: z.array(z.enum(['change', 'submit', 'publish', 'cancel', 'archive', 'run', 'clone', 'delete'])),
    version: z.int(),
  })
  .meta({ id: 'ActivityView' })
export type ActivityView = z.infer<typeof ActivityView>

export const SessionInput = z.object({
  startsAt: Instant,
  endsAt: Instant,
  place: Title,
  /** A bookable place of a venue, booked with the session. Absent: as it was; null: none any more. */
  placeId: Id.nullable().optional(),
  address: z.string().trim().max(200).default(''),
  point: Point.optional(),
  audience: AudienceShape.optional(),
  head: z.string().trim().max(40).default(''),
})
/** Seats and times of sign-up; what is absent follows from the kind and from the first session. */
export const SeatsInput = z.object({
  seats: z.int().min(0).max(100_000).nullable().optional(),
  standbySeats: z.int().min(0).max(100_000).optional(),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
  cancelUntil: Instant.optional(),
  rule: z.enum(['first', 'draw']).optional(),
  firstTimers: z.boolean().optional(),
  men: z.int().min(0).max(100_000).nullable().optional(),
  women: z.int().min(0).max(100_000).nullable().optional(),
  quotas: z
    .array(z.object({ orgId: Id, seats: z.int().min(0).max(100_000) }))
    .max(100)
    .optional(),
})
/** The plan beside its times and seats. */
export const PlanInput = {
  title: Title,
  about: z.string().trim().max(4000).default(''),
  contact: z.string().trim().max(80).default(''),
  programme: z.string().trim().max(40).default(''),
  answers: AnswersShape.default({}),
  questions: FormSent.optional(),
  rules: z.array(EligibilitySent).max(20).optional(),
  partyMost: z.int().min(0).max(30).optional(),
}

export const SignUpLine = z
  .object({
    id: Id,
    poolId: Id,
    person: Named,
    union: z.string().nullable(),
    mobile: z.string().nullable(),
    state: SignUpState,
    seats: z.int(),
    place: z.int().nullable(),
    party: z.array(z.string()),
    at: Instant,
    channel: z.enum(['phone', 'officer', 'list']),
    absent: z.boolean(),
    sessions: z.array(Id),
  })
  .meta({ id: 'SignUpLine' })
export type SignUpLine = z.infer<typeof SignUpLine>
