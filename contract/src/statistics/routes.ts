import { z } from 'zod'
import { partNames } from '../kit/figure.ts'
import { route } from '../kit/route.ts'
import { CivilDate, Id, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

export const TextShape = z.object({ zh: z.string(), en: z.string() })
export const FigureDefinition = z
  .object({
    code: z.string(),
    name: TextShape,
    unit: z.string(),
    unitName: TextShape,
    definition: TextShape,
    kind: z.enum(['flow', 'stock']),
    measure: z.enum(['count', 'persons', 'attendances', 'sum', 'stock', 'rate', 'average']),
    /** Whether its groups add up to the whole. */
    addsUp: z.boolean(),
    parts: z.array(z.enum(partNames)),
    by: z.array(z.string()),
    dimensions: z.array(z.object({ code: z.string(), name: TextShape })),
    owner: z.string(),
    ownerName: TextShape,
    revision: z.int(),
    because: z.string(),
  })
  .meta({ id: 'FigureDefinition' })

/** Period, scope and filters of one figure; the same values select its records. */
export const FigureScope = {
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  org: Id.optional(),
  town: z.coerce.number().int().min(0).max(999_999_999).optional(),
  where: z.string().max(200).optional().describe('dimension:value, several joined by commas'),
}
export const FigureParts = z.object({
  numerator: z.number(),
  denominator: z.number(),
  silent: z.number().nullable(),
  reopened: z.number().nullable(),
})
export const Figure = z
  .object({
    definition: FigureDefinition,
    /** `null`: a rate with nothing to divide by. */
    value: z.number().nullable(),
    /** What stands beside a rate: who was asked, who did not answer, what was opened again within thirty days. */
    parts: z.object({ numerator: z.number(), denominator: z.number(), silent: z.number().nullable(), reopened: z.number().nullable() }).nullable(),
    from: CivilDate.nullable(),
    to: CivilDate,
    records: z.int(),
    /** Records of the same question that lie outside of what the reader may see: how many, and nothing else of them. */
    hidden: z.int(),
    lastYear: z.number().nullable(),
    groups: z.array(
      z.object({
        key: z.string().nullable(),
        label: TextShape,
        value: z.number().nullable(),
        of: z.number().optional(),
        among: z.number().optional(),
      }),
    ),
    /** What the groups come to when they are simply added: more than the whole where somebody stands in several. */
    counted: z.number(),
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
/** Every figure for one period and scope in one question: what a report asks. */
export const listFigureValues = route({
  id: 'listFigureValues',
  method: 'GET',
  url: '/api/statistics/values',
  door: 'statistics.read',
  summary: t('全部数字的值', 'The values of all figures'),
  query: z.object({ from: FigureScope.from, to: FigureScope.to, org: FigureScope.org, town: FigureScope.town }),
  reply: z.object({
    to: CivilDate,
    values: z.array(z.object({ code: z.string(), value: z.number().nullable(), records: z.int(), parts: FigureParts.nullable() })),
  }),
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
  query: z.object({
    ...FigureScope,
    part: z.enum(partNames).default('of'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ rows: z.array(FigureRecord), next: z.string().nullable() }),
})

export const exportFigure = route({
  id: 'exportFigure',
  method: 'GET',
  url: '/api/statistics/figures/:code/sheet',
  door: 'statistics.read',
  summary: t('导出一个数字', 'One figure as a workbook'),
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ ...FigureScope, by: z.string().max(40).optional() }),
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
