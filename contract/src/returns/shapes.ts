import { z } from 'zod'
import { FieldShape } from '../forms/definition.ts'
import type { Field } from '../forms/field.ts'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { TextShape } from '../statistics/routes.ts'

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

export const SheetRow = z.object({
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
