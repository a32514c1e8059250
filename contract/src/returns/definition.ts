import { z } from 'zod'
import { type Exactly, FieldShape, type Same } from '../forms/definition.ts'
import { organisationKinds } from '../codes/organisation-kinds.ts'
import { type FigureLine, type QuestionLine, type ReturnForm, type ReturnLine, returnRules } from './form.ts'

const Label = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().max(120) })
const Code = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const yes = z.literal(true).optional()
const kinds = organisationKinds.map((k) => k.code)

const common = { code: Code, number: z.string().trim().min(1).max(12), section: Label.optional(), place: z.string().max(4).optional() }
const FigureLineShape = z.strictObject({
  ...common,
  figure: z.string().min(1).max(60),
  where: z.string().max(200).optional(),
  label: Label.optional(),
})
const QuestionLineShape = z.strictObject({
  ...common,
  asks: FieldShape,
  notMoreThan: Code.optional(),
  notLessThan: Code.optional(),
  always: yes,
  apart: yes,
})
const LayoutShape = z.strictObject({
  title: z.string().trim().min(1).max(80),
  down: z.enum(['units', 'lines']),
  unit: z.string().trim().min(1).max(40).optional(),
  note: z.string().trim().min(1).max(400).optional(),
})
const head = {
  code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  revision: z.int().min(1).max(9999),
  because: z.string().max(300).optional(),
  title: Label,
  number: z.string().trim().min(1).max(40),
  every: z.enum(['month', 'quarter', 'year']),
  from: z.array(z.enum(kinds)).min(1).max(kinds.length),
  rule: z.enum(returnRules),
  layout: LayoutShape.optional(),
}
const HeadShape = z.strictObject({ ...head, lines: z.array(z.unknown()).min(1).max(120) })

/** What the shapes accept are the lines and the head of a form: if they drift apart, this does not compile. */
export const shapeIsFigureLine: Same<Exactly<z.output<typeof FigureLineShape>>, FigureLine> = true
export const shapeIsQuestionLine: Same<Exactly<z.output<typeof QuestionLineShape>>, QuestionLine> = true
export const shapeIsForm: Same<Exactly<Omit<z.output<typeof HeadShape>, 'lines'>>, Omit<ReturnForm, 'lines'>> = true

const isQuestionLike = (v: unknown) => typeof v === 'object' && v !== null && 'asks' in v
/** Each line by the shape that it means to have, so that a fault names the place and not “neither of two”. */
const shapeOf = (line: unknown) => (isQuestionLike(line) ? QuestionLineShape : FigureLineShape)

/** A form as it travels and as an officer makes it: the same thing that is written in code. */
export const readForm = (given: unknown): { form: ReturnForm | null; issues: readonly z.core.$ZodIssue[] } => {
  const read = HeadShape.safeParse(given)
  if (!read.success) return { form: null, issues: read.error.issues }
  const lines: unknown[] = []
  const issues = read.data.lines.flatMap((line, i) => {
    const one = shapeOf(line).safeParse(line)
    if (one.success) lines.push(one.data)
    return one.success ? [] : one.error.issues.map((issue) => ({ ...issue, path: ['lines', i, ...issue.path] }))
  })
  // The proofs above stand for the cast.
  return issues.length > 0 ? { form: null, issues } : { form: { ...read.data, lines } as unknown as ReturnForm, issues }
}

const FormShape = z.strictObject({ ...head, lines: z.array(z.union([QuestionLineShape, FigureLineShape])) }).meta({ id: 'ReturnForm' })
/** A form in an answer, typed as what it is. */
export const FormSent = FormShape as unknown as z.ZodType<ReturnForm, ReturnForm>
/** A question in an answer. */
export const LineSent = FormShape.shape.lines.element as unknown as z.ZodType<ReturnLine, ReturnLine>
