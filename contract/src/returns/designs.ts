import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { TextShape } from '../statistics/routes.ts'
import { FormSent } from './definition.ts'
import { ReturnSheetLine, ReturnSheetQuestion } from './shapes.ts'

const door = 'returns.design' as const
const ByForm = z.object({ code: z.string().max(60) })
/** What is being designed may be half done: it is kept as it is and its faults are named. */
const Unfinished = z.record(z.string().max(40), z.unknown())
const Because = z.string().trim().min(2).max(300)

export const listAllReturnForms = route({
  id: 'listAllReturnForms',
  method: 'GET',
  url: '/api/return-forms',
  door,
  summary: t('全部报表种类', 'Every form of returns'),
  reply: z.object({
    forms: z.array(
      z.object({
        code: z.string(),
        revision: z.int(),
        title: TextShape,
        number: z.string(),
        every: z.enum(['month', 'quarter', 'year']),
        figures: z.int(),
        questions: z.int(),
        madeBy: z.enum(['code', 'officer']),
        retired: z.boolean(),
      }),
    ),
  }),
})
export const getReturnFormHistory = route({
  id: 'getReturnFormHistory',
  method: 'GET',
  url: '/api/return-forms/:code/revisions',
  door,
  summary: t('报表的各版本', 'Revisions of a form'),
  params: ByForm,
  reply: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        publishedAt: Instant,
        by: z.string().nullable(),
        because: z.string(),
        /** Periods that were opened under it. */
        rounds: z.int(),
        definition: FormSent,
      }),
    ),
  }),
})
export const retireReturnForm = route({
  id: 'retireReturnForm',
  method: 'POST',
  url: '/api/return-forms/:code/retire',
  door,
  summary: t('停用报表', 'Retire a form'),
  params: ByForm,
  body: z.object({ because: Because }),
  reply: Done,
})

export const ReturnDesign = z
  .object({
    id: Id,
    code: z.string(),
    definition: Unfinished,
    faults: z.array(z.object({ path: z.string(), says: TextShape })),
    /** The revision it will become, and the one that stands now. */
    revision: z.int(),
    before: FormSent.nullable(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ReturnDesign' })
export type ReturnDesign = z.infer<typeof ReturnDesign>

export const listReturnDesigns = route({
  id: 'listReturnDesigns',
  method: 'GET',
  url: '/api/return-designs',
  door,
  summary: t('报表草稿', 'Forms being designed'),
  reply: z.object({ drafts: z.array(z.object({ id: Id, code: z.string(), title: z.string(), revision: z.int(), changedAt: Instant })) }),
})
/** Begins a form, or with `from` the next revision of one. */
export const createReturnDesign = route({
  id: 'createReturnDesign',
  method: 'POST',
  url: '/api/return-designs',
  door,
  summary: t('新建报表', 'Begin a form'),
  body: z.object({ title: z.string().trim().min(2).max(40), from: z.string().max(60).optional() }),
  reply: ReturnDesign,
})
export const getReturnDesign = route({
  id: 'getReturnDesign',
  method: 'GET',
  url: '/api/return-designs/:id',
  door,
  summary: t('报表草稿', 'A form being designed'),
  params: ById,
  reply: ReturnDesign,
})
export const saveReturnDesign = route({
  id: 'saveReturnDesign',
  method: 'PUT',
  url: '/api/return-designs/:id',
  door,
  summary: t('保存报表草稿', 'Save a form being designed'),
  params: ById,
  body: z.object({ version: z.int(), definition: Unfinished }),
  reply: ReturnDesign,
})
export const dropReturnDesign = route({
  id: 'dropReturnDesign',
  method: 'DELETE',
  url: '/api/return-designs/:id',
  door,
  summary: t('删除报表草稿', 'Throw a draft away'),
  params: ById,
  reply: Done,
})
/** The draft as one unit would find it for the last whole period; nothing is kept. */
export const tryReturnDesign = route({
  id: 'tryReturnDesign',
  method: 'POST',
  url: '/api/return-designs/:id/try',
  door,
  summary: t('用真实单位试填', 'Try on a real unit'),
  params: ById,
  body: z.object({ org: Id.optional().describe('the first that would have to hand it in, when absent') }),
  reply: z.object({
    org: Named.nullable(),
    period: TextShape,
    from: CivilDate,
    to: CivilDate,
    dueOn: CivilDate,
    /** Units that would have to hand it in. */
    obliged: z.int(),
    lines: z.array(ReturnSheetLine),
    questions: z.array(ReturnSheetQuestion),
  }),
})
export const publishReturnDesign = route({
  id: 'publishReturnDesign',
  method: 'POST',
  url: '/api/return-designs/:id/publish',
  door,
  summary: t('发布报表', 'Publish a form'),
  params: ById,
  body: z.object({ version: z.int(), because: Because }),
  reply: z.object({ code: z.string(), revision: z.int() }),
})
