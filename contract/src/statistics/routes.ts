import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate, Id, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

const TextShape = z.object({ zh: z.string(), en: z.string() })
export const FigureDefinition = z
  .object({
    code: z.string(),
    name: TextShape,
    unit: z.string(),
    unitName: TextShape,
    definition: TextShape,
    kind: z.enum(['flow', 'stock']),
    by: z.array(z.string()),
    revision: z.int(),
  })
  .meta({ id: 'FigureDefinition' })

/** Period, scope and filters of one figure; the same values select its records. */
export const FigureScope = {
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  org: Id.optional(),
  town: z.coerce.number().int().optional(),
  where: z.string().max(200).optional().describe('dimension:value, several joined by commas'),
}
export const Figure = z
  .object({
    definition: FigureDefinition,
    value: z.number(),
    from: CivilDate.nullable(),
    to: CivilDate,
    records: z.int(),
    lastYear: z.number().nullable(),
    groups: z.array(z.object({ key: z.string().nullable(), label: z.string(), value: z.number() })),
    by: z.string().nullable(),
  })
  .meta({ id: 'Figure' })
export const FigureRecord = z.object({
  act: Id,
  kind: z.string(),
  day: CivilDate,
  at: z.string(),
  amount: z.number(),
  person: Named.nullable(),
  org: Named.nullable(),
  actor: z.string().nullable(),
  subject: Id,
  dims: z.record(z.string(), z.unknown()),
})

export const listFigures = route({
  id: 'listFigures',
  method: 'GET',
  url: '/api/statistics/figures',
  door: 'statistics.read',
  summary: t('数字目录', 'Figures'),
  reply: z.object({ figures: z.array(FigureDefinition) }),
})
export const getFigure = route({
  id: 'getFigure',
  method: 'GET',
  url: '/api/statistics/figures/:code',
  door: 'statistics.read',
  summary: t('一个数字', 'One figure'),
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ ...FigureScope, by: z.string().max(40).optional() }),
  reply: Figure,
})
export const listFigureRecords = route({
  id: 'listFigureRecords',
  method: 'GET',
  url: '/api/statistics/figures/:code/records',
  door: 'statistics.read',
  summary: t('数字的来源记录', 'The records of a figure'),
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ ...FigureScope, after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ rows: z.array(FigureRecord), hidden: z.int(), next: z.string().nullable() }),
})
