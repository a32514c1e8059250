import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate, Flag, Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

/** Reads an order list as the hotline sends it (.xlsx, .xls, .csv). With `dry` nothing is entered: a preview. */
export const importHotlineOrders = route({
  id: 'importHotlineOrders',
  method: 'POST',
  url: '/api/hotline/orders/import',
  door: 'cases.oversee',
  takesFile: true,
  perMinute: 30,
  summary: t('导入工单', 'Import orders'),
  query: z.object({ dry: Flag.default(false) }),
  reply: z.object({
    rows: z.int(),
    entered: z.int(),
    /** Orders that were entered before: sent again they change nothing. */
    known: z.int(),
    bad: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), says: z.string() })),
    columns: z.array(z.string()),
    sample: z.array(
      z.object({
        order: z.string(),
        source: z.string(),
        receivedOn: CivilDate,
        dueOn: CivilDate.nullable(),
        category: z.string(),
        matter: z.string(),
      }),
    ),
  }),
})

const Rate = z.object({
  /** Null where nobody was called back: no rate can be given. */
  rate: z.number().nullable(),
  yes: z.int(),
  of: z.int(),
  unreached: z.int(),
})

/** 响应率、解决率、满意率: each with its denominator, who was not reached, and what was opened again. */
export const getHotlineRates = route({
  id: 'getHotlineRates',
  method: 'GET',
  url: '/api/hotline/rates',
  door: 'statistics.read',
  summary: t('热线三率', 'Rates of the hotline'),
  query: z.object({ from: CivilDate, to: CivilDate, source: z.enum(['12345', '12351']).optional(), org: Id.optional() }),
  reply: z.object({
    received: z.int(),
    closed: z.int(),
    answeredInTime: z.object({ yes: z.int(), of: z.int(), rate: z.number().nullable() }),
    calledBack: z.int(),
    responded: Rate,
    solved: Rate,
    satisfied: Rate,
    handledAgain: z.int(),
    reopenedWithin30Days: z.int(),
    notOurs: z.int(),
    elsewhere: z.int(),
  }),
})

/** The records behind one of the numbers. */
export const listHotlineRecords = route({
  id: 'listHotlineRecords',
  method: 'GET',
  url: '/api/hotline/rates/records',
  door: 'statistics.read',
  summary: t('三率对应的工单', 'Orders behind a rate'),
  query: z.object({
    from: CivilDate,
    to: CivilDate,
    source: z.enum(['12345', '12351']).optional(),
    org: Id.optional(),
    about: z.enum(['received', 'closed', 'late', 'responded', 'solved', 'satisfied', 'unreached', 'again']),
    answer: z.enum(['yes', 'no', 'unreached']).optional(),
  }),
  reply: z.object({ rows: z.array(z.object({ id: Id, number: z.string(), title: z.string(), day: CivilDate })), more: z.boolean() }),
})
