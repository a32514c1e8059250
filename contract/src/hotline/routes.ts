import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate, Flag, Id, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

const Said = z.object({ zh: z.string(), en: z.string() })
const Source = z.enum(['12345', '12351'])

/** One cell of an order list: where it stands, what it says, what is to be said about it. */
export const OrderCell = z.object({ row: z.int(), column: Said, value: z.string(), reason: Said, suggestion: Said.nullable() })
export type OrderCell = z.infer<typeof OrderCell>

/** What an order list holds, and what has become of it. */
export const OrderList = z
  .object({
    rows: z.int(),
    /** Orders of the list that were not entered before. */
    fresh: z.int(),
    entered: z.int(),
    /** Orders that were entered before: sent again they change nothing. */
    known: z.int(),
    /** What is still to be entered: send the same list again. */
    left: z.int(),
    /** Rows with problems: not taken until they are put right. */
    wrong: z.int(),
    /** The list does not say which line its orders come from. */
    sourceless: z.boolean(),
    /** What is wrong, the first of it. */
    bad: z.array(OrderCell),
    /** What was taken, with a word that was not understood. */
    notes: z.array(OrderCell),
    /** Columns that were understood, in the words of the file. */
    columns: z.array(z.string()),
    sample: z.array(
      z.object({
        row: z.int(),
        order: z.string(),
        source: Source,
        receivedOn: CivilDate,
        dueOn: CivilDate.nullable(),
        dueTime: z.string().nullable().describe('`HH:mm`, where the order names one'),
        urgency: Said,
        category: Said,
        matter: z.string(),
        about: z.string(),
      }),
    ),
  })
  .meta({ id: 'OrderList' })
export type OrderList = z.infer<typeof OrderList>

/**
 * Reads an order list as the hotline sends it (.xlsx, .xls, .csv). With `dry` nothing is entered. Otherwise some of the new
 * orders are: as long as `left` is not 0, the same list is sent again; what was entered is not entered twice.
 */
export const importHotlineOrders = route({
  id: 'importHotlineOrders',
  method: 'POST',
  url: '/api/hotline/orders/import',
  door: 'cases.oversee',
  takesFile: true,
  perMinute: 120,
  summary: t('导入工单', 'Import orders'),
  query: z.object({
    dry: Flag.default(false),
    /** For lists that do not say which line the orders come from. */
    source: Source.default('12345'),
  }),
  reply: OrderList,
})

const Scope = { from: CivilDate, to: CivilDate, source: Source.optional(), org: Id.optional() }
const Share = z.object({
  yes: z.int(),
  /** Called back and reached; answered at all. */
  of: z.int(),
  /** Null where there is nothing to divide by: no rate can be given. */
  rate: z.number().nullable(),
})
const Rate = Share.extend({ unreached: z.int() })

/** 响应率、解决率、满意率: each with its denominator, who was not reached, and what was opened again. */
export const getHotlineRates = route({
  id: 'getHotlineRates',
  method: 'GET',
  url: '/api/hotline/rates',
  door: 'statistics.read',
  summary: t('热线三率', 'Rates of the hotline'),
  query: z.object(Scope),
  reply: z.object({
    received: z.int(),
    closed: z.int(),
    answeredInTime: Share,
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

/** What each number counts; `answer` narrows those that were asked or that had a date to keep. */
export const aboutHotline = [
  'received',
  'answered',
  'calledBack',
  'responded',
  'solved',
  'satisfied',
  'again',
  'closed',
  'reopened',
  'notOurs',
  'elsewhere',
] as const
export type AboutHotline = (typeof aboutHotline)[number]

/** The records behind one of the numbers. */
export const listHotlineRecords = route({
  id: 'listHotlineRecords',
  method: 'GET',
  url: '/api/hotline/rates/records',
  door: 'statistics.read',
  summary: t('三率对应的工单', 'Orders behind a rate'),
  query: z.object({ ...Scope, about: z.enum(aboutHotline), answer: z.enum(['yes', 'no', 'reached', 'unreached']).optional(), ...Page }),
  reply: listOf(
    z.object({
      act: Id,
      case: Id,
      number: z.string(),
      order: z.string(),
      source: Source,
      title: z.string(),
      org: Named,
      day: CivilDate,
      answer: z.enum(['yes', 'no', 'unreached']).nullable(),
    }),
  ),
})
