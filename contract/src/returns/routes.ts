import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { AnswersShape, FieldShape } from '../forms/definition.ts'
import type { Field } from '../forms/field.ts'
import { FigureRecord, TextShape } from '../statistics/routes.ts'

export const sheetStates = ['open', 'handed-in', 'sent-back', 'received'] as const

/** One period of one form, and how far it has come. */
export const ReturnRound = z
  .object({
    id: Id,
    form: z.string(),
    title: TextShape,
    period: TextShape,
    from: CivilDate,
    to: CivilDate,
    dueOn: CivilDate,
    openedAt: Instant,
    /** Units of yours that must hand it in; those that have; those that had by the day; those without anything to report. */
    obliged: z.int(),
    handedIn: z.int(),
    timely: z.int(),
    nil: z.int(),
    received: z.int(),
    /** When the district handed the period up, to whom, and how many sheets have come back or come in since. */
    reported: z.object({ on: CivilDate, to: z.string(), by: z.string().nullable(), movedSince: z.int() }).nullable(),
  })
  .meta({ id: 'ReturnRound' })
export type ReturnRound = z.infer<typeof ReturnRound>

const InForm = {
  code: z.string(),
  number: z.string(),
  /** Which of the lines of the form it is, and the heading before it. */
  at: z.int(),
  section: TextShape.nullable(),
}

export const ReturnSheetLine = z
  .object({
    ...InForm,
    label: TextShape,
    figure: z.string(),
    where: z.string().nullable(),
    kind: z.enum(['flow', 'stock']),
    unitName: TextShape,
    definition: TextShape,
    /** What the system counts now; while it is handed in, what it counted then. */
    counted: z.number().nullable(),
    lastYear: z.number().nullable(),
    told: z.number().nullable(),
    because: z.string(),
    /** Records that came to the period, or left it, after it was handed in. */
    added: z.int(),
    removed: z.int(),
  })
  .meta({ id: 'ReturnSheetLine' })

const Bound = z.object({ code: z.string(), label: TextShape })
/** A question of the form: what the unit answers, who typed it when, and what was said the period before. */
export const ReturnSheetQuestion = z
  .object({
    ...InForm,
    field: FieldShape as unknown as z.ZodType<Field, Field>,
    always: z.boolean(),
    notMoreThan: Bound.nullable(),
    notLessThan: Bound.nullable(),
    answer: z.union([z.string(), z.number()]).nullable(),
    by: z.string().nullable(),
    answeredAt: Instant.nullable(),
    last: z.object({ answer: z.union([z.string(), z.number()]), period: TextShape }).nullable(),
  })
  .meta({ id: 'ReturnSheetQuestion' })
export type ReturnSheetQuestion = z.infer<typeof ReturnSheetQuestion>

export const ReturnSheet = z
  .object({
    id: Id,
    round: Id,
    form: z.string(),
    formNumber: z.string(),
    title: TextShape,
    period: TextShape,
    from: CivilDate,
    to: CivilDate,
    org: Named,
    state: z.enum(sheetStates),
    nil: z.boolean(),
    timely: z.boolean().nullable(),
    dueOn: CivilDate.nullable(),
    clock: Id.nullable(),
    handedInAt: Instant.nullable(),
    handedInBy: z.string().nullable(),
    because: z.string(),
    version: z.int(),
    lines: z.array(ReturnSheetLine),
    questions: z.array(ReturnSheetQuestion),
    /** The district has handed the period up already. */
    reported: z.object({ on: CivilDate, to: z.string() }).nullable(),
    /** What whoever looks may do now. */
    may: z.object({ handIn: z.boolean(), recall: z.boolean(), receive: z.boolean() }),
  })
  .meta({ id: 'ReturnSheet' })
export type ReturnSheet = z.infer<typeof ReturnSheet>

const SheetRow = z.object({
  id: Id,
  round: Id,
  title: TextShape,
  period: TextShape,
  org: Named,
  state: z.enum(sheetStates),
  nil: z.boolean(),
  timely: z.boolean().nullable(),
  dueOn: CivilDate.nullable(),
  changed: z.int(),
})

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
  query: z.object({ ...Page, state: z.enum([...sheetStates, 'missing', 'late', 'changed']).optional() }),
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
