import { z } from 'zod'
import { type Exactly, FormShape, Name, type Same, Words } from '../forms/definition.ts'
import { most } from './faults.ts'
import type { Register } from './register.ts'

const Label = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().max(120) })
const months = z.int().min(1).max(most.months)
const span = { from: Name.optional(), renewOpensMonths: months.optional(), source: Words.optional() }

/** A register as it travels and as an officer makes it: the same thing that is written in code. */
export const RegisterShape = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    revision: z.int().min(1).max(9999),
    title: Label,
    summary: Words,
    form: FormShape,
    named: Name,
    key: z.array(Name).min(1).max(10).optional(),
    owner: z.enum(['organisation', 'person', 'employer', 'none']),
    validity: z.union([z.strictObject({ ...span, to: Name }), z.strictObject({ ...span, months })]).optional(),
    columns: z.array(Name).max(most.columns),
    open: z.literal(true).optional(),
    secrecy: z.enum(['P1', 'P2']).optional(),
    remindDays: z.array(z.int().min(1).max(730)).max(6).optional(),
  })
  .meta({ id: 'Register' })

/** What the shape accepts is a register: if the two drift apart, this does not compile. */
export const shapeIsRegister: Same<Exactly<z.output<typeof RegisterShape>>, Register> = true
/** What zod read, typed as what it is; the proof above stands for the cast. */
export const asRegister = (read: z.output<typeof RegisterShape>) => read as unknown as Register
/** A register in an answer. */
export const RegisterSent = RegisterShape as unknown as z.ZodType<Register, Register>
