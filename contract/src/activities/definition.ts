import { z } from 'zod'
import { ConditionShape, type Exactly, FormShape, type Same, Words } from '../forms/definition.ts'
import type { ActivityKind, Eligibility } from './kind.ts'

const Label = z.object({ zh: z.string().trim().min(1).max(40), en: z.string().trim().max(80) })
const yes = z.literal(true).optional()

export const EligibilityShape = z.strictObject({ holds: ConditionShape, says: Words })

/** A kind as it travels and as an officer makes it: the same thing that is written in code. */
export const KindShape = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    revision: z.int().min(1).max(9999),
    title: Label,
    summary: Words,
    counts: z.enum(['names', 'heads']),
    hours: yes,
    splits: z.string().max(40).optional(),
    form: FormShape,
    questions: FormShape,
    rules: z.array(EligibilityShape).max(20).optional(),
    first: z.array(EligibilityShape).max(5).optional(),
    noResults: yes,
    match: z.strictObject({ chooseHours: z.int().min(1).max(168), most: z.int().min(1).max(10), keepDays: z.int().min(1).max(90) }).optional(),
    approval: yes,
    usual: z.strictObject({
      seats: z.int().min(0).max(100_000).optional(),
      standbySeats: z.int().min(0).max(100_000).optional(),
      cancelHours: z.int().min(0).max(720).optional(),
      rule: z.enum(['first', 'draw']).optional(),
      firstTimers: yes,
      partyMost: z.int().min(0).max(30).optional(),
    }),
    rated: yes,
    evidence: yes,
  })
  .meta({ id: 'ActivityKind' })

/** What the shape accepts is a kind: if the two drift apart, this does not compile. */
export const shapeIsKind: Same<Exactly<z.output<typeof KindShape>>, ActivityKind> = true
/** What zod read, typed as what it is; the proof above stands for the cast. */
export const asKind = (read: z.output<typeof KindShape>) => read as unknown as ActivityKind
export const KindSent = KindShape as unknown as z.ZodType<ActivityKind, ActivityKind>
export const EligibilitySent = EligibilityShape as unknown as z.ZodType<Eligibility, Eligibility>
