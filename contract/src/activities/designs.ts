import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { KindSent } from './definition.ts'
import { Said } from './shapes.ts'

export const ByKind = z.object({ code: z.string().max(60) })
/** What is being designed may be half done: it is kept as it is and its faults are named. */
const Unfinished = z.record(z.string().max(40), z.unknown())
const Because = z.string().trim().min(2).max(300)

export const listActivityKinds = route({
  id: 'listActivityKinds',
  method: 'GET',
  url: '/api/activity-kinds',
  door: 'anyone',
  summary: t('活动类型', 'Kinds of activity'),
  reply: z.object({
    kinds: z.array(
      z.object({ code: z.string(), revision: z.int(), title: Said, summary: Said, madeBy: z.enum(['code', 'officer']), retired: z.boolean() }),
    ),
  }),
})
export const getActivityKind = route({
  id: 'getActivityKind',
  method: 'GET',
  url: '/api/activity-kinds/:code',
  door: 'activities.read',
  summary: t('一个活动类型', 'One kind of activity'),
  params: ByKind,
  reply: z.object({ kind: KindSent, retired: z.boolean() }),
})

export const KindDesign = z
  .object({
    id: Id,
    code: z.string(),
    definition: Unfinished,
    faults: z.array(z.object({ path: z.string(), says: Said })),
    /** The revision it will become. */
    revision: z.int(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'KindDesign' })
export type KindDesign = z.infer<typeof KindDesign>

export const listKindDesigns = route({
  id: 'listKindDesigns',
  method: 'GET',
  url: '/api/kind-designs',
  door: 'activities.design',
  summary: t('活动类型草稿', 'Kinds being designed'),
  reply: z.object({ drafts: z.array(z.object({ id: Id, code: z.string(), title: z.string(), revision: z.int(), changedAt: Instant })) }),
})
/** Begins a kind, or with `from` the next revision of one. */
export const createKindDesign = route({
  id: 'createKindDesign',
  method: 'POST',
  url: '/api/kind-designs',
  door: 'activities.design',
  summary: t('新建活动类型', 'Begin a kind'),
  body: z.object({ title: z.string().trim().min(2).max(40), from: z.string().max(60).optional() }),
  reply: KindDesign,
})
export const getKindDesign = route({
  id: 'getKindDesign',
  method: 'GET',
  url: '/api/kind-designs/:id',
  door: 'activities.design',
  summary: t('活动类型草稿', 'A kind being designed'),
  params: ById,
  reply: KindDesign,
})
export const saveKindDesign = route({
  id: 'saveKindDesign',
  method: 'PUT',
  url: '/api/kind-designs/:id',
  door: 'activities.design',
  summary: t('保存活动类型草稿', 'Save a kind being designed'),
  params: ById,
  body: z.object({ version: z.int(), definition: Unfinished }),
  reply: KindDesign,
})
export const dropKindDesign = route({
  id: 'dropKindDesign',
  method: 'DELETE',
  url: '/api/kind-designs/:id',
  door: 'activities.design',
  summary: t('删除活动类型草稿', 'Throw a draft away'),
  params: ById,
  reply: Done,
})
export const publishKindDesign = route({
  id: 'publishKindDesign',
  method: 'POST',
  url: '/api/kind-designs/:id/publish',
  door: 'activities.design',
  summary: t('发布活动类型', 'Publish a kind'),
  params: ById,
  body: z.object({ version: z.int(), because: Because }),
  reply: z.object({ code: z.string(), revision: z.int() }),
})
export const retireKind = route({
  id: 'retireKind',
  method: 'POST',
  url: '/api/activity-kinds/:code/retire',
  door: 'activities.design',
  summary: t('停用活动类型', 'Retire a kind'),
  params: ByKind,
  body: z.object({ because: Because }),
  reply: Done,
})
