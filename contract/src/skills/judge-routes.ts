import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Marks, Scheme } from './shapes.ts'

/** Rounds the caller judges. */
export const listMyJudging = route({
  id: 'listMyJudging',
  method: 'GET',
  url: '/api/skills/judging',
  door: 'person',
  summary: t('我的评分任务', 'Rounds I judge'),
  reply: z.object({
    rows: z.array(
      z.object({
        round: Id,
        contest: z.string(),
        trade: z.string(),
        name: z.string(),
        heldOn: CivilDate.nullable(),
        place: z.string(),
        in: z.int(),
        of: z.int(),
        opened: z.boolean(),
      }),
    ),
  }),
})

/** What a judge sees: numbers, never names or units. */
export const getMyJudging = route({
  id: 'getMyJudging',
  method: 'GET',
  url: '/api/skills/judging/:id',
  door: 'person',
  summary: t('评分', 'Sheets I fill in'),
  params: ById,
  reply: z.object({
    round: Id,
    contest: z.string(),
    trade: z.string(),
    name: z.string(),
    scheme: Scheme,
    opened: z.boolean(),
    sheets: z.array(z.object({ blind: z.int(), handedIn: z.boolean(), absent: z.boolean() })),
  }),
})

/** 交表: sealed at once. Handed in twice with the same key on a weak network it counts once. */
export const handInSheet = route({
  id: 'handInSheet',
  method: 'POST',
  url: '/api/skills/judging/:id/sheets',
  door: 'person',
  summary: t('提交评分表', 'Hand in a sheet'),
  params: ById,
  body: z.object({ blind: z.int().min(1).max(10_000), marks: Marks }),
  reply: Done,
})
