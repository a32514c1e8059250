import { z } from 'zod'
import type { Condition } from './condition.ts'
import type { Form } from './field.ts'
import { sourceNames } from './sources.ts'

/** One sentence in both languages; an officer who writes only Chinese is not asked for English. */
export const Words = z.object({ zh: z.string().trim().min(1).max(600), en: z.string().trim().max(1200) })
const Label = z.object({ zh: z.string().trim().min(1).max(80), en: z.string().trim().max(160) })
/** A name of a field, state, action … */
export const Name = z.string().regex(/^[a-z][A-Za-z0-9_-]{0,39}$/)
const Scalar = z.union([z.string().max(200), z.number(), z.boolean()])
const Of = z.string().max(80)

/** A condition as data. Nesting is bounded: nobody reads a question of six storeys. */
const conditionOf = (depth: number): z.ZodType<Condition> => {
  const simple = [
    z.strictObject({ of: Of, is: Scalar }),
    z.strictObject({ of: Of, isNot: Scalar }),
    z.strictObject({ of: Of, in: z.array(Scalar).min(1).max(100) }),
    z.strictObject({ of: Of, includes: Scalar }),
    z.strictObject({ of: Of, atLeast: z.union([z.number(), z.string().max(40)]) }),
    z.strictObject({ of: Of, atMost: z.union([z.number(), z.string().max(40)]) }),
    z.strictObject({ of: Of, answered: z.boolean() }),
  ] as const
  if (depth === 0) return z.union(simple)
  const inner = conditionOf(depth - 1)
  return z.union([
    ...simple,
    z.strictObject({ all: z.array(inner).min(1).max(20) }),
    z.strictObject({ any: z.array(inner).min(1).max(20) }),
    z.strictObject({ not: inner }),
  ])
}
export const ConditionShape = conditionOf(3)

const Options = z
  .array(z.strictObject({ code: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), label: Label }))
  .min(1)
  .max(200)
const Bound = z.union([z.iso.date(), z.strictObject({ daysFromToday: z.int().min(-40_000).max(40_000) })])
const cents = z.int().min(0).max(1e13)
const count = z.int().min(0).max(200)

const simple = {
  text: {
    kind: z.literal('text'),
    lines: z.int().min(1).max(20).optional(),
    max: z.int().min(1).max(20_000).optional(),
    form: z.enum(['phone', 'id-number', 'uscc', 'bank-card', 'email', 'person-name', 'time-of-day']).optional(),
  },
  number: {
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(6).optional(),
    unit: Label.optional(),
  },
  money: { kind: z.literal('money'), min: cents.optional(), max: cents.optional() },
  date: { kind: z.literal('date'), notBefore: Bound.optional(), notAfter: Bound.optional() },
  choice: { kind: z.literal('choice'), options: Options },
} as const

const Secrecy = z.enum(['P1', 'P2', 'P3'])
const cell = { label: Label, optional: z.literal(true).optional(), secrecy: Secrecy.optional() }
const Column = z.discriminatedUnion('kind', [
  z.strictObject({ ...simple.text, ...cell }),
  z.strictObject({ ...simple.number, ...cell }),
  z.strictObject({ ...simple.money, ...cell }),
  z.strictObject({ ...simple.date, ...cell }),
  z.strictObject({ ...simple.choice, ...cell }),
])

const common = {
  label: Label,
  hint: Words.optional(),
  optional: z.literal(true).optional(),
  when: ConditionShape.optional(),
  from: z.enum(sourceNames).optional(),
  asks: z.string().max(60).optional(),
  secrecy: Secrecy.optional(),
  section: Label.optional(),
}

export const FieldShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...simple.text, ...common }),
  z.strictObject({ ...simple.number, ...common }),
  z.strictObject({ ...simple.money, ...common }),
  z.strictObject({ ...simple.date, ...common }),
  z.strictObject({ ...simple.choice, ...common }),
  z.strictObject({ kind: z.literal('many'), options: Options, min: count.optional(), max: count.optional(), ...common }),
  z.strictObject({ kind: z.literal('person'), ...common }),
  z.strictObject({ kind: z.literal('organisation'), kinds: z.array(z.string().max(40)).max(20).optional(), ...common }),
  z.strictObject({ kind: z.literal('employer'), ...common }),
  z.strictObject({ kind: z.literal('entry'), register: z.string().min(1).max(60), ...common }),
  z.strictObject({ kind: z.literal('address'), point: z.literal(true).optional(), ...common }),
  z.strictObject({ kind: z.literal('table'), columns: z.record(Name, Column), min: count.optional(), max: count.optional(), ...common }),
  z.strictObject({ kind: z.literal('files'), accept: z.enum(['photo', 'document', 'any']), min: count.optional(), max: count.optional(), ...common }),
  z.strictObject({ kind: z.literal('signature'), ...common }),
  z.strictObject({ kind: z.literal('consent'), text: Words, revision: z.string().min(1).max(40), ...common }),
])

/** A form as it travels and as an officer makes it. At most 200 fields are read at all. */
export const FormShape = z.record(Name, FieldShape).refine((f) => Object.keys(f).length <= 200, { error: '最多 200 项' })

/** Answers as they travel; their content is checked against the form. */
export const AnswersShape = z.record(z.string().max(60), z.unknown())

/** What zod reads, without the `undefined` it writes into optional keys. */
export type Exactly<T> = T extends readonly (infer E)[]
  ? readonly Exactly<E>[]
  : T extends object
    ? { [K in keyof T]: Exactly<Exclude<T[K], undefined>> }
    : T
export type Same<A, B> = A extends B ? true : never
/** What the shape accepts is a form: if the two drift apart, this does not compile. */
export const shapeIsForm: Same<Exactly<z.output<typeof FormShape>>, Form> = true

/** A form in an answer, typed as what it is; the proof above stands for the cast. */
export const FormSent = FormShape as unknown as z.ZodType<Form, Form>
