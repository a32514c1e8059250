import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Contest, ContestLine, Entrant, Level, NewTrade, State } from './shapes.ts'

const Versioned = z.object({ version: z.int() })

export const listContests = route({
  id: 'listContests',
  method: 'GET',
  url: '/api/skills/contests',
  door: 'skills.read',
  summary: t('技能竞赛', 'Skill contests'),
  query: z.object({
    q: z.string().trim().max(60).optional(),
    level: Level.optional(),
    year: z.coerce.number().int().min(2000).max(2199).optional(),
    ...Page,
  }),
  reply: listOf(ContestLine),
})

export const listContestSeries = route({
  id: 'listContestSeries',
  method: 'GET',
  url: '/api/skills/series',
  door: 'skills.read',
  summary: t('竞赛系列', 'Series of contests'),
  reply: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), sponsor: z.string(), nextEdition: z.int() })) }),
})

/** The series is found by its name; a name that is not known yet begins a series. */
export const createContest = route({
  id: 'createContest',
  method: 'POST',
  url: '/api/skills/contests',
  door: 'skills.run',
  summary: t('起草竞赛方案', 'Plan a contest'),
  body: z.object({
    series: z.object({ name: z.string().trim().min(2).max(60), sponsor: z.string().trim().max(60).default('') }),
    edition: z.int().min(1).max(200),
    year: z.int().min(2000).max(2199),
    name: z.string().trim().min(2).max(80),
    level: Level,
    org: Id,
    document: z.string().trim().max(60).default(''),
    entriesUntil: CivilDate,
    heldFrom: CivilDate,
    heldTo: CivilDate,
    masked: z.boolean().default(true),
  }),
  reply: z.object({ id: Id }),
})

export const getContest = route({
  id: 'getContest',
  method: 'GET',
  url: '/api/skills/contests/:id',
  door: 'skills.read',
  summary: t('竞赛详情', 'A contest'),
  params: ById,
  reply: Contest,
})

export const addContestTrade = route({
  id: 'addContestTrade',
  method: 'POST',
  url: '/api/skills/contests/:id/trades',
  door: 'skills.run',
  summary: t('增加工种', 'Add a trade'),
  params: ById,
  body: NewTrade,
  reply: z.object({ id: Id }),
})

export const removeContestTrade = route({
  id: 'removeContestTrade',
  method: 'DELETE',
  url: '/api/skills/trades/:id',
  door: 'skills.run',
  summary: t('去掉工种', 'Take a trade out of the plan'),
  params: ById,
  reply: Done,
})

export const fileContestPlan = route({
  id: 'fileContestPlan',
  method: 'POST',
  url: '/api/skills/contests/:id/plan',
  door: 'skills.run',
  summary: t('方案报批', 'File the plan for approval'),
  params: ById,
  body: Versioned,
  reply: z.object({ case: Id }),
})

export const announceContest = route({
  id: 'announceContest',
  method: 'POST',
  url: '/api/skills/contests/:id/announcement',
  door: 'skills.run',
  summary: t('发布竞赛通知', 'Announce the contest'),
  params: ById,
  body: Versioned.extend({ document: z.string().trim().max(60) }),
  reply: Done,
})

export const listEntrants = route({
  id: 'listEntrants',
  method: 'GET',
  url: '/api/skills/trades/:id/entrants',
  door: 'skills.read',
  summary: t('参赛名单', 'Entrants of a trade'),
  params: ById,
  query: z.object({ ...Page }),
  reply: listOf(Entrant).extend({ state: State }),
})

const NewEntrant = z.object({
  /** A name of the unit's members, or the name of a team. */
  name: z.string().trim().min(1).max(80),
  person: Id.optional(),
  members: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  /** Agrees to stand in the talent pool when he wins. */
  consents: z.boolean().default(false),
})

/**
 * Puts names on the list. With `dry` nothing is written: each name is shown with the member it was found to be. A name
 * borne by several members of the unit must be chosen, one borne by none is entered as it was typed.
 */
export const enterEntrants = route({
  id: 'enterEntrants',
  method: 'POST',
  url: '/api/skills/trades/:id/entrants',
  door: 'skills.enter',
  summary: t('录入参赛者', 'Put entrants on the list'),
  params: ById,
  body: z.object({ unit: Id, dry: z.boolean().default(false), people: z.array(NewEntrant).min(1).max(200) }),
  reply: z.object({
    added: z.int(),
    rows: z.array(
      z.object({
        name: z.string(),
        found: z.array(z.object({ id: Id, name: z.string(), mobile: z.string().nullable(), idLast4: z.string().nullable() })),
        is: z.enum(['known', 'unknown', 'several', 'on-the-list', 'twice']),
      }),
    ),
  }),
})

export const withdrawEntrant = route({
  id: 'withdrawEntrant',
  method: 'POST',
  url: '/api/skills/entrants/:id/withdrawal',
  door: 'skills.enter',
  summary: t('退出参赛', 'Withdraw an entrant'),
  params: ById,
  reply: Done,
})

export const addJudges = route({
  id: 'addJudges',
  method: 'POST',
  url: '/api/skills/contests/:id/judges',
  door: 'skills.run',
  summary: t('补充评委库', 'Add judges to the panel'),
  params: ById,
  body: z.object({
    judges: z
      .array(z.object({ person: Id, unit: Id }))
      .min(1)
      .max(60),
  }),
  reply: Done,
})

export const removeJudge = route({
  id: 'removeJudge',
  method: 'DELETE',
  url: '/api/skills/contests/:id/judges/:person',
  door: 'skills.run',
  summary: t('移出评委库', 'Take a judge off the panel'),
  params: ById.extend({ person: Id }),
  reply: Done,
})
