import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
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
  })
  .meta({ id: 'ReturnRound' })
export type ReturnRound = z.infer<typeof ReturnRound>

export const ReturnSheetLine = z
  .object({
    code: z.string(),
    number: z.string(),
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
  }),
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
