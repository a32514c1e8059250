import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Flag, Id, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { CaseLine, CaseView, QueueLine } from './shapes.ts'

const Filter = {
  service: z.string().max(60).optional(),
  state: z.string().max(40).optional(),
  q: z.string().trim().max(60).optional(),
  due: z.enum(['overdue', 'today', 'week']).optional(),
}

/** What lies on the caller's desks, the nearest date first. */
export const listQueue = route({
  id: 'listQueue',
  method: 'GET',
  url: '/api/cases/queue',
  door: 'cases.handle',
  summary: t('待我办理', 'My queue'),
  query: z.object({ ...Filter, desk: z.enum(['mine', 'shared']).optional(), ...Page }),
  reply: listOf(QueueLine),
})

export const countQueue = route({
  id: 'countQueue',
  method: 'GET',
  url: '/api/cases/queue/counts',
  door: 'cases.handle',
  summary: t('待办件数', 'How much waits'),
  reply: z.object({
    all: z.int(),
    overdue: z.int(),
    today: z.int(),
    week: z.int(),
    byService: z.array(z.object({ service: z.string(), title: z.object({ zh: z.string(), en: z.string() }), count: z.int() })),
  }),
})

export const listCases = route({
  id: 'listCases',
  method: 'GET',
  url: '/api/cases',
  door: 'cases.read',
  summary: t('办件台账', 'All cases'),
  query: z.object({
    ...Filter,
    org: Id.optional(),
    open: Flag.optional(),
    outcome: z.string().max(40).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    ...Page,
  }),
  reply: listOf(CaseLine),
})

export const getCase = route({
  id: 'getCase',
  method: 'GET',
  url: '/api/cases/:id',
  door: 'person',
  summary: t('一个办件', 'One case'),
  params: ById,
  reply: CaseView,
})

export const openSealedAnswers = route({
  id: 'openSealedAnswers',
  method: 'POST',
  url: '/api/cases/:id/sealed',
  door: 'person',
  summary: t('查看敏感内容', 'Open sealed answers'),
  params: ById,
  body: z.object({ purpose: z.string().trim().min(2).max(200) }),
  reply: z.object({ answers: AnswersShape }),
})

export const replayDecision = route({
  id: 'replayDecision',
  method: 'GET',
  url: '/api/cases/:id/replay',
  door: 'cases.read',
  summary: t('按现行规则复核', 'Replay with today’s rules'),
  params: ById,
  reply: z.object({
    decisions: z.array(
      z.object({
        id: Id,
        at: z.string(),
        outcome: z.string(),
        digest: z.string(),
        thenRevision: z.int(),
        nowRevision: z.int(),
        facts: AnswersShape,
        rules: z.array(z.object({ says: z.object({ zh: z.string(), en: z.string() }), then: z.boolean().nullable(), now: z.boolean().nullable() })),
      }),
    ),
  }),
})

export const getCaseFile = route({
  id: 'getCaseFile',
  method: 'GET',
  url: '/api/cases/:id/papers/:file',
  door: 'person',
  summary: t('打开办件材料', 'Open a paper of a case'),
  params: ById.extend({ file: Id }),
  sends: 'application/octet-stream',
})

export const listMyCases = route({
  id: 'listMyCases',
  method: 'GET',
  url: '/api/my/cases',
  door: 'person',
  summary: t('我的办件', 'My cases'),
  query: z.object(Page),
  reply: listOf(CaseLine),
})
