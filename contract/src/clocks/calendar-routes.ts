import { z } from 'zod'
import { route } from '../kit/route.ts'
import { Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Day, TextShape } from './shapes.ts'

const ByYear = z.object({ year: z.coerce.number().int().min(1990).max(2199) })
const Kind = z.enum(['holiday', 'workday'])

export const HolidayDay = z.object({ on: Day, kind: Kind, name: z.string().trim().min(1).max(40) })
export type HolidayDay = z.infer<typeof HolidayDay>
const Draft = z.object({
  days: z.array(HolidayDay).max(120),
  source: z.string().trim().min(2).max(200),
  because: z.string().trim().min(2).max(200),
})

/** One year of the calendar as it holds, as it is being edited, and how it came about. */
export const CalendarYear = z
  .object({
    year: z.int(),
    days: z.array(HolidayDay.extend({ source: z.string() })),
    draft: Draft.extend({ version: z.int(), changedAt: Instant, by: z.string().nullable() }).nullable(),
    /** A year that should be known by now and is not. */
    missing: z.int().nullable(),
    mayEdit: z.boolean(),
    changes: z.array(
      z.object({
        id: Id,
        at: Instant,
        by: z.string().nullable(),
        source: z.string(),
        because: z.string(),
        added: z.int(),
        removed: z.int(),
        moved: z.int(),
        finishedAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'CalendarYear' })
export type CalendarYear = z.infer<typeof CalendarYear>

export const getCalendarYear = route({
  id: 'getCalendarYear',
  method: 'GET',
  url: '/api/clocks/calendar/:year',
  door: 'staff',
  summary: t('一年的节假日与调休', 'Holidays and make-up days of a year'),
  params: ByYear,
  reply: CalendarYear,
})

export const saveCalendarDraft = route({
  id: 'saveCalendarDraft',
  method: 'PUT',
  url: '/api/clocks/calendar/:year/draft',
  door: 'settings.calendar',
  summary: t('保存日历的修改（未生效）', 'Save a change of the calendar, not yet in force'),
  params: ByYear,
  body: Draft.extend({ version: z.int().min(0).describe('0 where no draft was seen') }),
  reply: z.object({ version: z.int() }),
})

export const dropCalendarDraft = route({
  id: 'dropCalendarDraft',
  method: 'DELETE',
  url: '/api/clocks/calendar/:year/draft',
  door: 'settings.calendar',
  summary: t('放弃日历的修改', 'Drop a change of the calendar'),
  params: ByYear,
  reply: Done,
})

/** Which running clocks the draft would move. */
export const CalendarPreview = z
  .object({
    digest: z.string(),
    added: z.array(HolidayDay),
    removed: z.array(HolidayDay),
    count: z.int(),
    earlier: z.int(),
    byDuty: z.array(z.object({ duty: z.string(), name: TextShape, count: z.int() })),
    /** The first two hundred. `label` only where the reader may see the record. */
    moves: z.array(z.object({ id: Id, name: TextShape, label: z.string().nullable(), organisation: z.string(), from: Day, to: Day })),
  })
  .meta({ id: 'CalendarPreview' })
export type CalendarPreview = z.infer<typeof CalendarPreview>

export const previewCalendar = route({
  id: 'previewCalendar',
  method: 'GET',
  url: '/api/clocks/calendar/:year/preview',
  door: 'settings.calendar',
  summary: t('预览：哪些在办时限会变', 'Preview: which running clocks would move'),
  params: ByYear,
  reply: CalendarPreview,
})

export const applyCalendar = route({
  id: 'applyCalendar',
  method: 'POST',
  url: '/api/clocks/calendar/:year/apply',
  door: 'settings.calendar',
  summary: t('按预览应用日历的修改', 'Apply the change that was previewed'),
  params: ByYear,
  body: z.object({ digest: z.string().length(64) }),
  reply: z.object({ moved: z.int(), pending: z.boolean() }),
})
