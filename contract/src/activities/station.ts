import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { ActivityView, Via } from './shapes.ts'

/** The code on the screen at the door, with the next ones, so that a short break of the network does not empty the screen. */
export const getCheckInCodes = route({
  id: 'getCheckInCodes',
  method: 'GET',
  url: '/api/sessions/:id/codes',
  door: 'activities.edit',
  summary: t('现场签到码', 'Check-in codes for the screen'),
  params: ById,
  reply: z.object({
    title: z.string(),
    place: z.string(),
    startsAt: Instant,
    /** Seconds a code stands. */
    every: z.int(),
    codes: z.array(z.object({ code: z.string(), from: Instant })),
    expected: z.int(),
    attended: z.int(),
    now: Instant,
  }),
})

export const ListedPerson = z.object({
  signUpId: Id,
  personId: Id,
  name: z.string(),
  /** Last four digits of the phone. */
  phone: z.string(),
  card: z.string().nullable(),
  state: z.enum(['confirmed', 'standby']),
  seats: z.int(),
  attendedAt: Instant.nullable(),
})
/** What a station needs to check people in without a network; signed, so that a list changed on the way is refused. */
export const SnapshotShape = z.object({
  session: z.object({ id: Id, title: z.string(), startsAt: Instant, endsAt: Instant, place: z.string() }),
  madeAt: Instant,
  /** Check-in is possible between these. */
  from: Instant,
  until: Instant,
  seats: z.int().nullable(),
  taken: z.int(),
  persons: z.array(ListedPerson),
})
export type Snapshot = z.infer<typeof SnapshotShape>
export const getSnapshot = route({
  id: 'getSnapshot',
  method: 'GET',
  url: '/api/sessions/:id/snapshot',
  door: 'activities.edit',
  summary: t('签到名单（离线用）', 'List for check-in without a network'),
  params: ById,
  reply: z.object({
    snapshot: SnapshotShape,
    /** Ed25519 over the JSON of the list as it stands in `signed`. */
    signed: z.string(),
    signature: z.string(),
    key: z.string(),
    /** Key of the member cards. */
    cardKey: z.string(),
  }),
})

export const CheckInItem = z.object({
  /** Made by the phone: sent twice it is one check-in. */
  id: Id,
  signUpId: Id.optional(),
  personId: Id.optional(),
  /** Number of the member card that was scanned. */
  card: z.string().max(40).optional(),
  via: Via,
  at: Instant,
  heads: z.int().min(1).max(31).default(1),
  /** Where phone and register differ: which of the two holds. */
  keep: z.enum(['phone', 'register']).optional(),
})
const Difference = z.object({ field: z.enum(['at', 'via', 'heads', 'state', 'session']), phone: z.string(), register: z.string() })
export const CheckInAnswer = z.object({
  id: Id,
  /** `conflict`: somebody must choose; `refused`: it cannot be, and why. */
  result: z.enum(['recorded', 'known', 'conflict', 'refused']),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  differences: z.array(Difference),
  says: z.string(),
})
export type CheckInAnswer = z.infer<typeof CheckInAnswer>
export const sendCheckIns = route({
  id: 'sendCheckIns',
  method: 'POST',
  url: '/api/sessions/:id/check-ins',
  door: 'activities.edit',
  summary: t('上传签到', 'Send check-ins'),
  params: ById,
  body: z.object({ device: z.string().max(60).default(''), items: z.array(CheckInItem).min(1).max(500) }),
  reply: z.object({ items: z.array(CheckInAnswer) }),
})
export const undoCheckIn = route({
  id: 'undoCheckIn',
  method: 'POST',
  url: '/api/sessions/:id/undo-check-in',
  door: 'activities.edit',
  summary: t('撤销签到', 'Undo a check-in'),
  params: ById,
  body: z.object({ personId: Id, because: z.string().trim().min(2).max(200) }),
  reply: ActivityView,
})
export const setGateCount = route({
  id: 'setGateCount',
  method: 'POST',
  url: '/api/sessions/:id/gate-count',
  door: 'activities.edit',
  summary: t('登记现场人次', 'Enter the heads counted at the gate'),
  params: ById,
  body: z.object({ heads: z.int().min(0).max(1_000_000) }),
  reply: ActivityView,
})
export const addEvidence = route({
  id: 'addEvidence',
  method: 'POST',
  url: '/api/sessions/:id/evidence',
  door: 'activities.edit',
  summary: t('添加现场照片', 'Add a photograph'),
  params: ById,
  body: z.object({
    fileId: Id,
    takenAt: Instant,
    point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
    place: z.string().trim().max(80).default(''),
    said: z.string().trim().max(200).default(''),
  }),
  reply: ActivityView,
})
/** Papers that finance asks for beside photographs: the signed list, invoices, the acceptance. */
export const PaperSort = z.enum(['signatures', 'invoice', 'acceptance', 'other'])
export type PaperSort = z.infer<typeof PaperSort>
export const addEvidencePaper = route({
  id: 'addEvidencePaper',
  method: 'POST',
  url: '/api/sessions/:id/evidence-papers',
  door: 'activities.edit',
  summary: t('添加佐证材料', 'Add a paper of evidence'),
  params: ById,
  body: z.object({ fileId: Id, sort: PaperSort, said: z.string().trim().max(200).default('') }),
  reply: ActivityView,
})
export const removeEvidence = route({
  id: 'removeEvidence',
  method: 'POST',
  url: '/api/evidence/:id/remove',
  door: 'activities.edit',
  summary: t('撤下传错的照片或材料', 'Take back a photograph or paper added by mistake'),
  params: ById,
  body: z.object({ because: z.string().trim().min(1).max(200) }),
  reply: ActivityView,
})
export const closeSession = route({
  id: 'closeSession',
  method: 'POST',
  url: '/api/sessions/:id/close',
  door: 'activities.edit',
  summary: t('办结一场', 'Close a session'),
  params: ById,
  reply: ActivityView,
})
/** Everything a session leaves behind: for the sign-in sheet, the evidence sheet and the ratings. */
export const getSessionSheet = route({
  id: 'getSessionSheet',
  method: 'GET',
  url: '/api/sessions/:id/sheet',
  door: 'activities.read',
  summary: t('签到表与佐证', 'Sign-in sheet and evidence'),
  params: ById,
  reply: z.object({
    title: z.string(),
    org: z.string(),
    kind: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    place: z.string(),
    head: z.string(),
    gateCount: z.int().nullable(),
    persons: z.array(
      z.object({
        name: z.string(),
        union: z.string(),
        phone: z.string(),
        seats: z.int(),
        attendedAt: Instant.nullable(),
        via: Via.nullable(),
        absent: z.boolean(),
      }),
    ),
    photos: z.array(z.object({ id: Id, takenAt: Instant, place: z.string(), said: z.string(), point: z.tuple([z.number(), z.number()]).nullable() })),
    papers: z.array(z.object({ id: Id, sort: PaperSort, name: z.string(), said: z.string(), at: Instant })),
    ratings: z.array(z.object({ stars: z.int(), said: z.string(), at: Instant })),
  }),
})
export const getEvidenceFile = route({
  id: 'getEvidenceFile',
  method: 'GET',
  url: '/api/evidence/:id',
  door: 'activities.read',
  summary: t('打开现场照片', 'Open a photograph'),
  params: ById,
  sends: 'application/octet-stream',
})
