import { z } from 'zod'
import type { CountUnit, FigureDeclaration } from '../kit/figure.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { type Department, departments } from './departments.ts'
import { unitCodes } from './claims.ts'
import { FigureDefinition, FigureParts, FigureRecord, TextShape } from './routes.ts'

const word = (max: number) => z.string().trim().min(1).max(max)
const Key = z.string().regex(/^[a-zA-Z@][a-zA-Z0-9-]{0,39}$/)
const Cut = z.strictObject({
  fact: z.string().min(1).max(60),
  where: z.record(Key, z.union([z.string().max(80), z.array(z.string().max(80)).min(1).max(60)])).optional(),
})
const counted = [
  'organisations',
  'times',
  'sessions',
  'cases',
  'items',
  'places',
  'groups',
  'teams',
  'batches',
  'classes',
  'copies',
  'courses',
  'proposals',
  'honours',
] as const satisfies readonly CountUnit[]
const quotients = new Set<string>(['percent', 'days', 'stars'])
const whole = unitCodes.filter((u) => !quotients.has(u))
const sums = whole.filter((u) => u !== 'persons') as [Exclude<(typeof whole)[number], 'percent' | 'days' | 'stars' | 'persons'>]
const stocks = whole.filter((u) => u !== 'attendances') as [Exclude<(typeof whole)[number], 'percent' | 'days' | 'stars' | 'attendances'>]

const common = {
  code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  revision: z.int().min(1),
  name: z.object({ zh: word(40), en: z.string().trim().max(80) }),
  definition: z.object({ zh: word(300), en: z.string().trim().max(400) }),
  owner: z.enum(Object.keys(departments) as [Department, ...Department[]]),
  by: z.array(Key).max(12),
}
/** A figure as an officer makes it. The unit follows from the measure: attendances cannot be declared as persons. */
export const FigureShape = z.discriminatedUnion('measure', [
  z.strictObject({ ...common, measure: z.literal('count'), unit: z.enum(counted), of: Cut }),
  z.strictObject({ ...common, measure: z.literal('persons'), unit: z.literal('persons'), of: Cut }),
  z.strictObject({ ...common, measure: z.literal('attendances'), unit: z.literal('attendances'), of: Cut }),
  z.strictObject({ ...common, measure: z.literal('sum'), unit: z.enum(sums), of: Cut }),
  z.strictObject({ ...common, measure: z.literal('stock'), unit: z.enum(stocks), of: Cut }),
  z.strictObject({
    ...common,
    measure: z.literal('rate'),
    unit: z.literal('percent'),
    of: Cut,
    among: Cut,
    silent: Cut.optional(),
    reopened: Cut.optional(),
  }),
])

/** What was read as the type that figures are declared by. */
export const asFigure = (read: z.infer<typeof FigureShape>): FigureDeclaration => {
  const cut = (c: z.infer<typeof Cut>) => ({ fact: c.fact, ...(c.where ? { where: c.where } : {}) })
  if (read.measure !== 'rate') return { ...read, of: cut(read.of) } as FigureDeclaration
  const { silent, reopened, ...rest } = read
  return {
    ...rest,
    of: cut(read.of),
    among: cut(read.among),
    ...(silent ? { silent: cut(silent) } : {}),
    ...(reopened ? { reopened: cut(reopened) } : {}),
  }
}

const Unfinished = z.record(z.string().max(40), z.unknown())
export const FigureDesign = z
  .object({
    id: Id,
    code: z.string(),
    definition: Unfinished,
    faults: z.array(z.object({ path: z.string(), says: TextShape })),
    revision: z.int(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'FigureDesign' })
export type FigureDesign = z.infer<typeof FigureDesign>

const door = 'statistics.edit' as const
/** What figures can be made of, with the dimensions of each. */
export const listFacts = route({
  id: 'listFacts',
  method: 'GET',
  url: '/api/statistics/facts',
  door,
  summary: t('可以统计的事实', 'What can be counted'),
  reply: z.object({
    facts: z.array(
      z.object({
        code: z.string(),
        name: TextShape,
        sums: z.boolean(),
        stock: z.boolean(),
        dimensions: z.array(z.object({ code: z.string(), name: TextShape })),
      }),
    ),
  }),
})
export const listFactValues = route({
  id: 'listFactValues',
  method: 'GET',
  url: '/api/statistics/facts/:code/values',
  door,
  summary: t('一个分组有哪些值', 'The values of a dimension'),
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ by: Key }),
  reply: z.object({ values: z.array(z.object({ key: z.string(), label: TextShape, records: z.int() })) }),
})
export const listFigureDesigns = route({
  id: 'listFigureDesigns',
  method: 'GET',
  url: '/api/figure-designs',
  door,
  summary: t('数字草稿', 'Figures being made'),
  reply: z.object({ drafts: z.array(z.object({ id: Id, code: z.string(), title: z.string(), revision: z.int(), changedAt: Instant })) }),
})
export const createFigureDesign = route({
  id: 'createFigureDesign',
  method: 'POST',
  url: '/api/figure-designs',
  door,
  summary: t('新建数字', 'Begin a figure'),
  body: z.object({ title: word(40), fact: z.string().max(60), from: z.string().max(60).optional() }),
  reply: FigureDesign,
})
export const getFigureDesign = route({
  id: 'getFigureDesign',
  method: 'GET',
  url: '/api/figure-designs/:id',
  door,
  summary: t('数字草稿', 'A figure being made'),
  params: ById,
  reply: FigureDesign,
})
export const saveFigureDesign = route({
  id: 'saveFigureDesign',
  method: 'PUT',
  url: '/api/figure-designs/:id',
  door,
  summary: t('保存数字草稿', 'Save a figure being made'),
  params: ById,
  body: z.object({ version: z.int(), definition: Unfinished }),
  reply: FigureDesign,
})
export const dropFigureDesign = route({
  id: 'dropFigureDesign',
  method: 'DELETE',
  url: '/api/figure-designs/:id',
  door,
  summary: t('删除数字草稿', 'Throw a draft away'),
  params: ById,
  reply: Done,
})
/** The draft on real records; nothing is kept. */
export const tryFigureDesign = route({
  id: 'tryFigureDesign',
  method: 'POST',
  url: '/api/figure-designs/:id/try',
  door,
  summary: t('用真实记录试算', 'Try on real records'),
  params: ById,
  body: z.object({ from: CivilDate, to: CivilDate }),
  reply: z.object({
    value: z.number().nullable(),
    records: z.int(),
    parts: FigureParts.nullable(),
    before: z.number().nullable(),
    rows: z.array(FigureRecord),
  }),
})
export const publishFigureDesign = route({
  id: 'publishFigureDesign',
  method: 'POST',
  url: '/api/figure-designs/:id/publish',
  door,
  summary: t('发布数字口径', 'Publish a figure'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2).max(300) }),
  reply: z.object({ code: z.string(), revision: z.int() }),
})
export const retireFigure = route({
  id: 'retireFigure',
  method: 'POST',
  url: '/api/statistics/figures/:code/retire',
  door,
  summary: t('停用数字', 'Retire a figure'),
  params: z.object({ code: z.string().max(60) }),
  body: z.object({ because: z.string().trim().min(2).max(300) }),
  reply: Done,
})
export const getFigureHistory = route({
  id: 'getFigureHistory',
  method: 'GET',
  url: '/api/statistics/figures/:code/revisions',
  door: 'statistics.read',
  summary: t('数字口径的各版本', 'Revisions of a figure'),
  params: z.object({ code: z.string().max(60) }),
  reply: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        publishedAt: Instant,
        by: z.string().nullable(),
        madeBy: z.enum(['code', 'officer']),
        because: z.string(),
        definition: FigureDefinition,
      }),
    ),
  }),
})
