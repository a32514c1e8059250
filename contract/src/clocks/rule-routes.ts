import { z } from 'zod'
import { type LimitUnit, largestAmount } from '../kit/clock/limit.ts'
import { isWarnPoint } from '../kit/clock/stages.ts'
import { route } from '../kit/route.ts'
import { CivilDate, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { ruleMarks } from './rule-declaration.ts'
import { Day, LimitShape, TextShape } from './shapes.ts'

const Code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)
const WarnPoint = z.string().refine(isWarnPoint, { error: '提醒点写作 50%、day_before、due_day 或 overdue' })

/** A limit that can be kept: its amount fits its unit. */
const fits = ({ amount, unit }: { amount: number; unit: LimitUnit }) =>
  largestAmount[unit] === 0 ? amount === 0 : amount >= 1 && amount <= largestAmount[unit]
const Terms = LimitShape.extend({
  extension: z.int().min(1).max(3700).nullable(),
  warn: z.array(WarnPoint).min(1).max(8),
  source: z.string().trim().min(2).max(200),
  mark: z.enum(ruleMarks),
  note: z.string().trim().max(300),
})

export const RuleRevision = Terms.extend({
  code: z.string(),
  revision: z.int(),
  validFrom: Day,
  name: TextShape,
  begins: TextShape,
  because: z.string(),
  changedAt: Instant,
  by: z.string().nullable(),
  /** Clocks that run by this very revision. */
  running: z.int(),
}).meta({ id: 'RuleRevision' })
export type RuleRevision = z.infer<typeof RuleRevision>

export const listRules = route({
  id: 'listRules',
  method: 'GET',
  url: '/api/clocks/rules',
  door: 'staff',
  summary: t('时限规则', 'Rules of time limits'),
  reply: z.object({
    rows: z.array(RuleRevision.extend({ upcoming: Day.nullable().describe('first day of a newer revision that has not begun') })),
    mayEdit: z.boolean(),
  }),
})

export const getRule = route({
  id: 'getRule',
  method: 'GET',
  url: '/api/clocks/rules/:code',
  door: 'staff',
  summary: t('一条规则的沿革', 'One rule and its revisions'),
  params: z.object({ code: Code }),
  reply: z.object({ revisions: z.array(RuleRevision) }),
})

export const reviseRule = route({
  id: 'reviseRule',
  method: 'POST',
  url: '/api/clocks/rules/:code/revisions',
  door: 'settings.calendar',
  summary: t('修订一条规则', 'Revise a rule'),
  params: z.object({ code: Code }),
  body: Terms.extend({
    after: z.int().min(1).describe('the newest revision that was seen'),
    validFrom: CivilDate,
    name: z.object({ zh: z.string().trim().min(2).max(60), en: z.string().trim().max(120) }),
    begins: z.object({ zh: z.string().trim().min(2).max(60), en: z.string().trim().max(120) }),
    because: z.string().trim().min(2).max(300),
  }).refine(fits, { error: '数量与单位不符', path: ['amount'] }),
  reply: z.object({ revision: z.int(), running: z.int() }),
})
