import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { AnswersShape } from '../forms/definition.ts'
import { FigureRecord, TextShape } from '../statistics/routes.ts'
import { ReturnRound, ReturnSheet, SheetRow, sheetStates } from './shapes.ts'

export * from './shapes.ts'

export const listReturnForms = route({
  id: 'listReturnForms',
  method: 'GET',
  url: '/api/returns/forms',
  door: 'returns.oversee',
  summary: t('报表种类', 'Forms of returns'),
  reply: z.object({
    /** The district opens periods; whoever oversees a part of it sees how far its units are. */
    mayOpen: z.boolean(),
    forms: z.array(z.object({ code: z.string(), title: TextShape, every: z.enum(['month', 'quarter', 'year']), next: TextShape, open: z.boolean() })),
  }),
})
export const openReturnRound = route({
  id: 'openReturnRound',
  method: 'POST',
  url: '/api/returns/rounds',
  door: 'returns.oversee',
  summary: t('布置一期报表', 'Open a period of a form'),
  body: z.object({ form: z.string().max(60), day: CivilDate.optional().describe('any day of the period; the last whole one when absent') }),
  reply: z.object({ id: Id, obliged: z.int() }),
})
export const listReturnRounds = route({
  id: 'listReturnRounds',
  method: 'GET',
  url: '/api/returns/rounds',
  door: 'returns.oversee',
  summary: t('各期报表', 'Periods of returns'),
  query: z.object(Page),
  reply: listOf(ReturnRound),
})
export const getReturnRound = route({
  id: 'getReturnRound',
  method: 'GET',
  url: '/api/returns/rounds/:id',
  door: 'returns.oversee',
  summary: t('一期报表', 'One period of a form'),
  params: ById,
  reply: z.object({
    round: ReturnRound,
    /** What the units said, added up where it may be, beside what the system counts for all of them. */
    totals: z.array(
      z.object({
        code: z.string(),
        number: z.string(),
        label: TextShape,
        unitName: TextShape,
        told: z.number().nullable(),
        counted: z.number().nullable(),
        changed: z.int(),
      }),
    ),
    /** What the units typed themselves: numbers added up, choices counted. None of it is a figure. */
    typed: z.array(
      z.object({
        code: z.string(),
        number: z.string(),
        label: TextShape,
        kind: z.enum(['number', 'choice', 'text']),
        unitName: TextShape.nullable(),
        /** Units that answered. */
        answered: z.int(),
        /** `null`: not a number, or one that is not added up. */
        sum: z.number().nullable(),
        chosen: z.array(z.object({ label: TextShape, units: z.int() })),
      }),
    ),
  }),
})
export const listReturnAnswers = route({
  id: 'listReturnAnswers',
  method: 'GET',
  url: '/api/returns/rounds/:id/lines/:line/answers',
  door: 'returns.oversee',
  summary: t('一个填报项各单位的填写', 'What the units answered to one question'),
  params: z.object({ id: Id, line: z.string().max(60) }),
  query: z.object(Page),
  reply: listOf(z.object({ sheet: Id, org: Named, answer: TextShape, by: z.string().nullable(), at: Instant })),
})
/** The district has handed the period up; with no day the mark is taken off again. */
export const markRoundReported = route({
  id: 'markRoundReported',
  method: 'POST',
  url: '/api/returns/rounds/:id/reported',
  door: 'returns.oversee',
  summary: t('标记已向上级报送', 'Mark as handed up'),
  params: ById,
  body: z.union([
    z.object({ on: CivilDate, to: z.string().trim().min(2).max(60) }),
    z.object({ on: z.null(), because: z.string().trim().min(2).max(300) }),
  ]),
  reply: ReturnRound,
})
export const listReturnSheets = route({
  id: 'listReturnSheets',
  method: 'GET',
  url: '/api/returns/rounds/:id/sheets',
  door: 'returns.oversee',
  summary: t('一期各单位报表', 'The sheets of a period'),
  params: ById,
  query: z.object({ ...Page, state: z.enum([...sheetStates, 'missing', 'late', 'changed', 'moved']).optional() }),
  reply: listOf(SheetRow),
})
export const exportReturnRound = route({
  id: 'exportReturnRound',
  method: 'GET',
  url: '/api/returns/rounds/:id/export',
  door: 'returns.oversee',
  summary: t('导出汇总表', 'Export the period'),
  params: ById,
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
export const remindReturns = route({
  id: 'remindReturns',
  method: 'POST',
  url: '/api/returns/rounds/:id/remind',
  door: 'returns.oversee',
  summary: t('催报', 'Remind those who are missing'),
  params: ById,
  reply: z.object({ units: z.int(), persons: z.int() }),
})
export const listMyReturns = route({
  id: 'listMyReturns',
  method: 'GET',
  url: '/api/returns/mine',
  door: 'returns.fill',
  summary: t('待我填报', 'Returns I must hand in'),
  query: z.object({ ...Page, all: z.enum(['true', 'false']).optional() }),
  reply: listOf(SheetRow),
})
export const getReturnSheet = route({
  id: 'getReturnSheet',
  method: 'GET',
  url: '/api/returns/sheets/:id',
  door: 'staff',
  summary: t('一张报表', 'One sheet'),
  params: ById,
  reply: ReturnSheet,
})
export const listReturnRecords = route({
  id: 'listReturnRecords',
  method: 'GET',
  url: '/api/returns/sheets/:id/lines/:line/records',
  door: 'staff',
  summary: t('报表一行的来源记录', 'The records of one line'),
  params: z.object({ id: Id, line: z.string().max(60) }),
  query: z.object(Page),
  /** `reported`: it was there when the sheet was handed in. */
  reply: listOf(FigureRecord.extend({ reported: z.boolean().nullable() })),
})
export const handInReturn = route({
  id: 'handInReturn',
  method: 'POST',
  url: '/api/returns/sheets/:id/hand-in',
  door: 'returns.fill',
  summary: t('上报', 'Hand in'),
  params: ById,
  body: z.object({
    version: z.int(),
    lines: z
      .array(
        z.object({
          code: z.string().max(60),
          counted: z.number().nullable().describe('what stood there when it was confirmed'),
          told: z.number().min(0).max(1_000_000_000_000).nullable(),
          because: z.string().trim().max(300).default(''),
        }),
      )
      .max(200),
    answers: AnswersShape.default({}).describe('by the code of the question'),
    nil: z.boolean().default(false).describe('nothing happened: every line that counts what happens is told nought'),
  }),
  reply: ReturnSheet,
})
export const recallReturn = route({
  id: 'recallReturn',
  method: 'POST',
  url: '/api/returns/sheets/:id/recall',
  door: 'returns.fill',
  summary: t('撤回更正', 'Take back to correct'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2).max(300) }),
  reply: ReturnSheet,
})
export const receiveReturn = route({
  id: 'receiveReturn',
  method: 'POST',
  url: '/api/returns/sheets/:id/receive',
  door: 'returns.oversee',
  summary: t('收表', 'Receive'),
  params: ById,
  body: z.object({ version: z.int() }),
  reply: ReturnSheet,
})
export const sendReturnBack = route({
  id: 'sendReturnBack',
  method: 'POST',
  url: '/api/returns/sheets/:id/send-back',
  door: 'returns.oversee',
  summary: t('退回重报', 'Send back'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2).max(300) }),
  reply: ReturnSheet,
})
