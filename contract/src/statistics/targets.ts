import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { TextShape } from './routes.ts'

export const Target = z
  .object({
    id: Id,
    figure: z.string(),
    name: TextShape,
    unitName: TextShape,
    kind: z.enum(['flow', 'stock']),
    from: CivilDate,
    to: CivilDate,
    aim: z.number(),
    source: z.string(),
    /** What has been reached by today, or by the end of its period. */
    value: z.number().nullable(),
    /** Reached, in hundredths of the aim. */
    progress: z.number().nullable(),
    /** How much of the period has gone, in hundredths. */
    elapsed: z.number(),
    /** What it will be at the end if it goes on as in the last twelve months; rates are not forecast. */
    forecast: z.number().nullable(),
    standing: z.enum(['reached', 'on-course', 'behind', 'missed', 'not-begun']),
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

export const listTargets = route({
  id: 'listTargets',
  method: 'GET',
  url: '/api/statistics/targets',
  door: 'statistics.read',
  summary: t('目标与进度', 'Targets and progress'),
  reply: z.object({ targets: z.array(Target) }),
})
export const setTarget = route({
  id: 'setTarget',
  method: 'POST',
  url: '/api/statistics/targets',
  door: 'statistics.edit',
  summary: t('设定目标', 'Set a target'),
  body: z.object({
    figure: z.string().max(60),
    from: CivilDate,
    to: CivilDate,
    aim: z.number().positive().max(1_000_000_000_000),
    source: z.string().trim().min(1).max(200),
  }),
  reply: z.object({ id: Id }),
})
export const dropTarget = route({
  id: 'dropTarget',
  method: 'DELETE',
  url: '/api/statistics/targets/:id',
  door: 'statistics.edit',
  summary: t('撤下目标', 'Take a target back'),
  params: ById,
  reply: Done,
})
