import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { RegisterSent } from './definition.ts'

export const Said = z.object({ zh: z.string(), en: z.string() })
export const EntryState = z.enum(['upcoming', 'valid', 'ending', 'expired', 'ended'])
export const Source = z.enum(['hand', 'case', 'import'])

const entry = {
  id: Id,
  title: z.string(),
  org: Named,
  person: Named.nullable(),
  employer: Named.nullable(),
  validFrom: CivilDate,
  validTo: CivilDate.nullable(),
  state: EntryState,
}

/** One entry in a list: its columns as they are read, personal ones masked. */
export const EntryLine = z.object({ ...entry, cells: z.record(z.string(), Said) }).meta({ id: 'EntryLine' })
export type EntryLine = z.infer<typeof EntryLine>

/** What one change did to one field; sealed ones only say that they changed. */
const FieldChange = z.object({
  field: z.string(),
  label: Said,
  before: Said.nullable(),
  after: Said.nullable(),
  sealed: z.boolean(),
  emptied: z.boolean(),
})

export const EntryChange = z.object({
  seq: z.int(),
  op: z.enum(['added', 'changed', 'renewed', 'ended', 'restored']),
  at: Instant,
  by: z.string(),
  because: z.string(),
  source: Source,
  sourceId: Id.nullable(),
  revision: z.int(),
  changes: z.array(FieldChange),
})
export type EntryChange = z.infer<typeof EntryChange>

/** One entry with everything a screen needs: the declaration that draws it, what may be done, and its history, newest first. */
export const EntryView = z
  .object({
    ...entry,
    register: RegisterSent,
    /** The revision under which it was last written. */
    revision: z.int(),
    answers: AnswersShape,
    /** Sealed fields that hold an answer. */
    sealed: z.array(z.string()),
    endedOn: CivilDate.nullable(),
    endedBecause: z.string().nullable(),
    source: Source,
    sourceId: Id.nullable(),
    may: z.array(z.enum(['change', 'renew', 'end', 'restore', 'unseal'])),
    /** The first day on which it may be renewed, where the register bounds that. */
    renewableFrom: CivilDate.nullable(),
    history: z.array(EntryChange),
    version: z.int(),
  })
  .meta({ id: 'EntryView' })
export type EntryView = z.infer<typeof EntryView>

export const RegisterLine = z.object({
  code: z.string(),
  revision: z.int(),
  title: Said,
  summary: Said,
  owner: z.enum(['organisation', 'person', 'employer', 'none']),
  madeBy: z.enum(['code', 'officer']),
  /** Anybody may choose one of its entries in a form. */
  open: z.boolean(),
  retired: z.boolean(),
  /** Within the caller's reach. */
  entries: z.int(),
  ending: z.int(),
  expired: z.int(),
})
export type RegisterLine = z.infer<typeof RegisterLine>
