import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { ServiceSent } from './definition.ts'

const Text = z.object({ zh: z.string(), en: z.string() })
/** What is being designed may be half done: it is kept as it is and its faults are named. */
const Unfinished = z.record(z.string().max(40), z.unknown())
const Fault = z.object({ path: z.string(), says: Text })
const ById = z.object({ id: Id })
const ByCode = z.object({ code: z.string().max(60) })

export const Design = z
  .object({
    id: Id,
    code: z.string(),
    definition: Unfinished,
    orgId: Id.nullable(),
    because: z.string(),
    faults: z.array(Fault),
    /** The revision it will become. */
    revision: z.int(),
    differences: z.array(z.object({ path: z.string(), what: Text, before: z.string().nullable(), after: z.string().nullable() })),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ServiceDesign' })
export type Design = z.infer<typeof Design>

export const listDesigns = route({
  id: 'listDesigns',
  method: 'GET',
  url: '/api/cases/designs',
  door: 'cases.design',
  summary: t('服务事项与草稿', 'Services and drafts'),
  reply: z.object({
    services: z.array(
      z.object({
        code: z.string(),
        revision: z.int(),
        title: Text,
        madeBy: z.enum(['code', 'officer']),
        publishedAt: Instant,
        because: z.string(),
        retired: z.boolean(),
        open: z.int(),
      }),
    ),
    drafts: z.array(z.object({ id: Id, code: z.string(), title: z.string(), changedAt: Instant })),
    /** What the forms on offer ask for under a code of its own: a field that asks for the same is filled in from last time. */
    asked: z.array(z.object({ asks: z.string(), label: Text })),
  }),
})

/** Begins a design: blank, from a pattern, or as the next revision of a service. */
export const createDesign = route({
  id: 'createDesign',
  method: 'POST',
  url: '/api/cases/designs',
  door: 'cases.design',
  summary: t('新建事项设计', 'Begin a design'),
  body: z.object({
    title: z.string().trim().min(2).max(40),
    pattern: z.enum(['blank', 'one-step', 'two-steps']).default('one-step'),
    from: z.string().max(60).optional(),
  }),
  reply: Design,
})
export const getDesign = route({
  id: 'getDesign',
  method: 'GET',
  url: '/api/cases/designs/:id',
  door: 'cases.design',
  summary: t('事项设计', 'A design'),
  params: ById,
  reply: Design,
})
export const saveDesign = route({
  id: 'saveDesign',
  method: 'PUT',
  url: '/api/cases/designs/:id',
  door: 'cases.design',
  summary: t('保存设计', 'Save a design'),
  params: ById,
  body: z.object({ version: z.int(), definition: Unfinished, orgId: Id.nullable().default(null), because: z.string().trim().max(300).default('') }),
  reply: Design,
})
export const dropDesign = route({
  id: 'dropDesign',
  method: 'DELETE',
  url: '/api/cases/designs/:id',
  door: 'cases.design',
  summary: t('删除草稿', 'Throw a design away'),
  params: ById,
  reply: Done,
})

/** Tries a design on a case that is never kept: real clocks, real desks, nothing remains. */
export const tryDesign = route({
  id: 'tryDesign',
  method: 'POST',
  url: '/api/cases/designs/:id/trial',
  door: 'cases.design',
  perMinute: 120,
  summary: t('试办', 'Try a design on a test case'),
  params: ById,
  body: z.object({
    orgId: Id,
    answers: AnswersShape,
    steps: z.array(z.object({ action: z.string().max(40), answers: AnswersShape.default({}), said: z.string().max(1000).optional() })).max(40),
  }),
  reply: z.object({
    stages: z.array(
      z.object({
        action: Text.nullable(),
        state: Text,
        stateCode: z.string(),
        final: z.boolean(),
        desks: z.array(z.object({ role: Text.nullable(), who: z.array(z.string()) })),
        clocks: z.array(z.object({ name: Text, dueOn: CivilDate })),
        next: z.array(z.object({ code: z.string(), name: Text, by: z.string() })),
        told: z.array(z.string()),
      }),
    ),
    /** Where the trial stopped, and why. */
    refused: z.object({ step: z.int(), says: z.string(), fields: z.array(z.object({ path: z.string(), message: z.string() })) }).nullable(),
    counted: z.array(z.object({ fact: z.string(), amount: z.number() })),
  }),
})

export const publishDesign = route({
  id: 'publishDesign',
  method: 'POST',
  url: '/api/cases/designs/:id/publish',
  door: 'cases.design',
  summary: t('发布事项', 'Publish a design'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2).max(300) }),
  reply: z.object({ code: z.string(), revision: z.int() }),
})
export const retireService = route({
  id: 'retireService',
  method: 'POST',
  url: '/api/cases/services/:code/retire',
  door: 'cases.design',
  summary: t('停办事项', 'Retire a service'),
  params: ByCode,
  body: z.object({ because: z.string().trim().min(2).max(300) }),
  reply: Done,
})

export const getServiceHistory = route({
  id: 'getServiceHistory',
  method: 'GET',
  url: '/api/cases/services/:code/revisions',
  door: 'cases.read',
  summary: t('事项的各版本', 'Revisions of a service'),
  params: ByCode,
  reply: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        publishedAt: Instant,
        by: z.string().nullable(),
        because: z.string(),
        cases: z.int(),
        definition: ServiceSent,
        differences: z.array(z.object({ path: z.string(), what: Text, before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
})
