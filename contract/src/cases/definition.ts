import { z } from 'zod'
import { ConditionShape, type Exactly, FormShape, Name, type Same, Words } from '../forms/definition.ts'
import { postCodes } from '../organisations/posts.ts'
import { most } from './faults-of.ts'
import { type Service, starters } from './service.ts'

const Label = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().max(120) })
const Limit = z.strictObject({ amount: z.int().min(1).max(3660), unit: z.enum(['working_days', 'calendar_days', 'hours', 'months']) })
const clock = {
  name: Label,
  in: z.array(Name).max(most.states),
  owner: Name,
  head: Name.optional(),
  from: Name.optional(),
  when: ConditionShape.optional(),
  extension: z.int().min(1).max(365).optional(),
}

const Action = z.strictObject({
  name: Label,
  from: z.union([Name, z.array(Name).min(1).max(most.states)]),
  to: Name,
  by: Name,
  asks: z.array(Name).max(most.fields).optional(),
  words: z.enum(['answer', 'opinion']).optional(),
  wordsNeeded: z.literal(true).optional(),
  outcome: Name.optional(),
  when: ConditionShape.optional(),
  effect: z.string().max(60).optional(),
  fills: z.string().max(60).optional(),
  paper: z.string().max(60).optional(),
  keeps: z
    .strictObject({
      register: z.string().max(60),
      as: z.enum(['enter', 'renew', 'end']),
      fields: z.record(Name, Name).refine((r) => Object.keys(r).length <= most.fields, { error: `最多 ${most.fields} 项` }),
      owner: Name.optional(),
    })
    .optional(),
  plain: z.literal(true).optional(),
})

const few = <S extends z.ZodType>(value: S, limit: number) =>
  z.record(Name, value).refine((r) => Object.keys(r).length <= limit, { error: `最多 ${limit} 项` })

/** A service as it travels and as an officer makes it: the same thing that is written in code. */
export const ServiceShape = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    revision: z.int().min(1).max(9999),
    letters: z.string().regex(/^[A-Z]{2}$/),
    title: Label,
    summary: Words,
    begunBy: z.array(z.enum(starters)).min(1),
    restricted: z.literal(true).optional(),
    form: FormShape,
    asksAtStart: z.array(Name).max(most.fields).optional(),
    rules: z
      .array(z.strictObject({ holds: ConditionShape, says: Words, weight: z.enum(['must', 'look']) }))
      .max(50)
      .optional(),
    roles: few(
      z.strictObject({ name: Label, posts: z.array(z.enum(postCodes)).max(20), at: z.enum(['unit', 'station', 'town', 'district']) }),
      most.roles,
    ),
    states: few(z.strictObject({ name: Label, says: Words.optional(), final: z.literal(true).optional() }), most.states),
    begins: Name,
    actions: few(Action, most.actions),
    outcomes: few(z.strictObject({ name: Label, good: z.boolean() }), 40),
    clocks: few(
      z.union([
        z.strictObject({ ...clock, rule: z.string().max(60) }),
        z.strictObject({ ...clock, within: Limit }),
        z.strictObject({ ...clock, printed: Name, printedTime: Name.optional(), rule: z.string().max(60).optional() }),
      ]),
      most.clocks,
    ).optional(),
    counts: z.strictObject({ split: Name.optional(), amount: Name.optional() }).optional(),
    appealDays: z.int().min(1).max(365).optional(),
  })
  .meta({ id: 'ServiceDefinition' })

/** What the shape accepts is a service: if the two drift apart, this does not compile. */
export const shapeIsService: Same<Exactly<z.output<typeof ServiceShape>>, Service> = true
export const asService = (read: z.output<typeof ServiceShape>): Service => read as Service
/** A service in an answer, typed as what it is; the proof above stands for the cast. */
export const ServiceSent = ServiceShape as unknown as z.ZodType<Service, Service>
