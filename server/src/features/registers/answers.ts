import { isDeepStrictEqual } from 'node:util'
import { type Answers, type Field, type Form, checkAnswers, isAnswered } from '@gongyou/contract/forms/index.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'

/** Signs that jsonb refuses; nobody types them. */
const storable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, storable(v)]))
  return value
}

/** The same to the eye: order of keys does not matter, nothing equals null. */
export const sameValue = (a: unknown, b: unknown) => isDeepStrictEqual(a ?? null, b ?? null)

/** The answers tidied, and every fault. What stood before and is not touched is not found fault with, whatever day it is now. */
export const judgeAnswers = (form: Form, given: Answers, today: string, before: Answers = {}) => {
  const clean = storable(given) as Answers
  const { answers, faults } = checkAnswers(form, clean, { today })
  const stands = (name: string) => isAnswered(before[name]) && sameValue(before[name], clean[name])
  const old = faults.map((f) => f.path.split('.')[0]!).filter((name) => Object.hasOwn(form, name) && stands(name))
  return {
    answers: { ...answers, ...Object.fromEntries(old.map((name) => [name, before[name]])) },
    faults: faults.filter((f) => !old.includes(f.path.split('.')[0]!)),
  }
}

/** The answers tidied, or a refusal that names every field at once. */
export const readAnswers = (work: Work, form: Form, given: Answers, before: Answers = {}): Answers => {
  const { answers, faults } = judgeAnswers(form, given, work.today, before)
  if (faults.length > 0) throw refuse('request.invalid', { fields: fieldsOf(faults, 'answers.') })
  return answers
}

const tables = { person: 'people.person', organisation: 'organisations.org', employer: 'organisations.employer' } as const
type Pointer = { name: string; field: Extract<Field, { kind: keyof typeof tables | 'entry' }>; id: string }

const pointers = (form: Form, answers: Answers): Pointer[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    const field = form[name]!
    if (field.kind !== 'person' && field.kind !== 'organisation' && field.kind !== 'employer' && field.kind !== 'entry') return []
    const { id } = value as { id?: string }
    return id ? [{ name, field, id }] : []
  })

/** The record an answer names; an entry must stand, and in the register that was asked for. */
const nameOf = async (look: Look, { field, id }: Pointer) =>
  field.kind === 'entry'
    ? (
        await look.db
          .selectFrom('registers.entry')
          .select('title as name')
          .where('region', '=', look.region)
          .where('id', '=', id)
          .where('register', '=', field.register)
          .where('ended_on', 'is', null)
          .executeTakeFirst()
      )?.name
    : (await look.db.selectFrom(tables[field.kind]).select('name').where('region', '=', look.region).where('id', '=', id).executeTakeFirst())?.name

/** Records that are named must exist; they are kept under the name of the registry, not of the sender. */
export const namedAnswers = async (look: Look, form: Form, answers: Answers): Promise<Answers> => {
  const known: Record<string, unknown> = { ...answers }
  for (const pointer of pointers(form, answers)) {
    const found = await nameOf(look, pointer)
    if (found === undefined)
      throw refuse('request.invalid', { fields: [{ path: `answers.${pointer.name}`, message: '名册里没有这一条，请重新选择' }] })
    known[pointer.name] = { ...(answers[pointer.name] as object), name: found }
  }
  return known
}

const filesIn = (form: Form, answers: Answers) =>
  Object.entries(answers).flatMap(([name, value]) => {
    // An older revision may have asked for more than the form does now.
    const kind = form[name]?.kind
    const held = kind === 'files' ? (value as { id: string }[]) : kind === 'signature' ? [value as { id: string }] : []
    return held.map((f) => ({ field: name, id: f.id }))
  })

/** Files of the answers now belong to the entry. They must be the caller's own, or lie in the case it comes from, or be held already. */
export const keepFiles = async (work: Work, form: Form, entryId: string, answers: Answers, before: Answers, fromCase: boolean) => {
  const held = new Set(filesIn(form, before).map((f) => f.id))
  const fresh = filesIn(form, answers).filter((f) => !held.has(f.id))
  if (fresh.length === 0) return
  const own = await work.db
    .selectFrom('documents.file')
    .select('id')
    .where('region', '=', work.region)
    .where('id', '=', anyOf(fresh.map((f) => f.id)))
    .where('removed_at', 'is', null)
    .$if(!fromCase && work.by.kind !== 'system', (q) =>
      q.where((e) => e.or([e('created_by', '=', work.by.personId), e('owner_person_id', '=', work.by.personId)])),
    )
    .execute()
  const known = new Set(own.map((f) => f.id))
  const foreign = fresh.filter((f) => !known.has(f.id))
  if (foreign.length > 0)
    throw refuse('request.invalid', { fields: foreign.map((f) => ({ path: `answers.${f.field}`, message: '附件不是您上传的，请重新上传' })) })
  await work.tx
    .insertInto('registers.entry_file')
    .values(fresh.map((f) => ({ region: work.region, entry_id: entryId, file_id: f.id, field: f.field, added_at: work.at })))
    .onConflict((c) => c.columns(['region', 'entry_id', 'file_id']).doNothing())
    .execute()
}
