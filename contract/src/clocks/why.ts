import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { ruleMarks } from './rule-declaration.ts'
import { Day, DayLineShape, DueView, LimitShape, TextShape } from './shapes.ts'

const changeKinds = ['started', 'paused', 'resumed', 'extended', 'moved_by_calendar', 'set_by_hand', 'handed', 'stopped'] as const

/** Why this date? The terms, the count, and what happened. */
export const Explanation = z
  .object({
    due: DueView,
    label: z.string(),
    rule: z
      .object({ code: z.string(), revision: z.int(), source: z.string(), mark: z.enum(ruleMarks), note: z.string(), begins: TextShape })
      .nullable(),
    limit: LimitShape,
    extended: z.int(),
    extension: z.int().nullable(),
    from: z.object({ on: Day, at: Instant.nullable() }),
    /** The date was printed or given by hand: it is not counted. */
    byHand: z.boolean(),
    lines: z.array(DayLineShape),
    /** False where the count of today no longer leads to the date, e.g. for a clock that ended before the calendar changed. */
    agrees: z.boolean(),
    uncertain: z.array(z.int()),
    changes: z.array(
      z.object({
        kind: z.enum(changeKinds),
        at: Instant,
        by: z.string().nullable(),
        because: z.string(),
        amount: z.int().nullable(),
        from: Day.nullable(),
        to: Day,
      }),
    ),
  })
  .meta({ id: 'ClockExplanation' })
export type Explanation = z.infer<typeof Explanation>

export const explainClock = route({
  id: 'explainClock',
  method: 'GET',
  url: '/api/clocks/:id/why',
  door: 'person',
  summary: t('为什么是这一天', 'Why this date?'),
  params: ById,
  reply: Explanation,
})

/** A date tried out: nothing is recorded. */
export const tryDate = route({
  id: 'tryDate',
  method: 'GET',
  url: '/api/clocks/try',
  door: 'staff',
  summary: t('算一算期限', 'Try a date'),
  query: z.object({
    start: CivilDate,
    /** Hour and minute, for limits in hours. */
    time: z.iso.time({ precision: -1 }).optional(),
    rule: z.string().max(40).optional(),
    amount: z.coerce.number().int().min(1).max(8800).optional(),
    unit: z.enum(['working_days', 'calendar_days', 'hours', 'months', 'years']).optional(),
    direction: z.enum(['after', 'before']).optional(),
    roll: z.enum(['working_day', 'none']).optional(),
    extended: z.coerce.number().int().min(0).max(400).optional(),
    pausedFrom: CivilDate.optional(),
    pausedUntil: CivilDate.optional(),
  }),
  reply: z.object({
    on: Day,
    at: Instant.nullable(),
    limit: LimitShape,
    revision: z.int().nullable(),
    lines: z.array(DayLineShape),
    uncertain: z.array(z.int()),
  }),
})
