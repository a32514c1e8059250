import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { TextShape } from './routes.ts'
import { bigFigures } from './tiles.ts'

/** What a leader looks at: five numbers, where they come from, what has changed, what is red. Each leads to its figure. */
export const getCockpit = route({
  id: 'getCockpit',
  method: 'GET',
  url: '/api/statistics/cockpit',
  door: 'statistics.read',
  summary: t('驾驶舱', 'Cockpit'),
  query: z.object({ figure: z.enum(bigFigures).default('members-joined').describe('which of the five the map shows') }),
  reply: z.object({
    from: CivilDate,
    to: CivilDate,
    big: z.array(
      z.object({
        code: z.enum(bigFigures),
        name: TextShape,
        unitName: TextShape,
        kind: z.enum(['flow', 'stock']),
        value: z.number().nullable(),
        lastYear: z.number().nullable(),
        /** What came in the last seven days; of a stock, by how much it grew. */
        week: z.number().nullable(),
      }),
    ),
    towns: z.array(z.object({ town: z.string(), name: TextShape, value: z.number() })),
    /** Last thirty days against the thirty before: those that moved most. */
    changes: z.array(z.object({ code: z.string(), name: TextShape, unitName: TextShape, now: z.number(), before: z.number(), from: CivilDate })),
    red: z.object({
      overdue: z.int(),
      duties: z.array(z.object({ name: TextShape, count: z.int() })),
      behind: z.array(z.object({ figure: z.string(), name: TextShape, progress: z.number().nullable(), elapsed: z.number() })),
    }),
  }),
})
