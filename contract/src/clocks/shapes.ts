import { z } from 'zod'
import { limitUnits } from '../kit/clock/limit.ts'
import { Id, Instant } from '../kit/shapes.ts'

export const TextShape = z.object({ zh: z.string(), en: z.string() })
export const Day = z.iso.date()

/** Where one clock stands: what lists, pages and phones show beside a record. */
export const DueView = z
  .object({
    id: Id,
    duty: z.string(),
    name: TextShape,
    dueOn: Day,
    /** The minute, where the limit ends at one. */
    dueAt: Instant.nullable(),
    state: z.enum(['calm', 'soon', 'today', 'overdue', 'paused', 'met', 'missed', 'cancelled']),
    left: z.object({ amount: z.int(), unit: z.enum(['working_days', 'calendar_days', 'hours']) }).nullable(),
    /** Years whose holidays were not known when the date was counted. */
    uncertain: z.array(z.int()),
    mayPause: z.boolean(),
    mayExtend: z.int().describe('how many more days or hours it may still be extended by'),
  })
  .meta({ id: 'DueView' })
export type DueView = z.infer<typeof DueView>

export const LimitShape = z.object({
  amount: z.int().min(0).max(8800),
  unit: z.enum(limitUnits),
  direction: z.enum(['after', 'before']),
  roll: z.enum(['working_day', 'none']),
})

/** One line of the day-by-day count. */
export const DayLineShape = z.object({
  on: Day,
  until: Day.optional(),
  nth: z.int().nullable(),
  why: z.enum(['start', 'counted', 'makeup', 'extended', 'weekend', 'holiday', 'paused', 'month', 'month_end', 'rolled']),
  name: z.string().optional(),
})
