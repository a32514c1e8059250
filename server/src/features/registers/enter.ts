import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { spanOf } from '@gongyou/contract/registers/validity.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { partAnswers } from '@gongyou/contract/forms/index.ts'
import { sealAnswers } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { keepFiles, namedAnswers, readAnswers } from './answers.ts'
import { openRegister } from './definitions.ts'
import { type EntrySource, byHand, placeOf } from './entry.ts'
import { turnsOf, writeLines } from './history.ts'
import { type Belongs, keyOf, lexemesOf, ownerOf, titleOf } from './key.ts'

/** An entry that was checked and only has to be written. */
export type Checked = {
  belongs: Belongs
  town: number | null
  answers: Answers
  from?: string | undefined
  to?: string | undefined
  because?: string
}

/** Writes checked entries in few statements. Fails on `entry_key_unique` where one of them stands already. */
export const insertEntries = async (work: Work, keys: KeyRing, register: Register, entries: readonly Checked[], source: EntrySource) => {
  if (entries.length === 0) return []
  const rows = entries.map(({ belongs, town, answers, from, to }) => {
    const id = newId()
    const { open, shut } = partAnswers(register.form, answers)
    const { sealed, sealed_key } = sealAnswers(keys, placeOf(work.region, id), shut)
    const title = titleOf(register, answers, belongs)
    const span = spanOf(register, answers, { from, to }, work.today)
    if (span.to !== null && span.to < span.from) throw refuse('registers.dates-wrong')
    return {
      id,
      title,
      search: lexemesOf(title),
      org_id: belongs.orgId,
      town,
      person_id: belongs.personId ?? null,
      employer_id: belongs.employerId ?? null,
      key: keyOf(keys, register, answers, belongs),
      answers: open,
      sealed: sealed?.toString('hex') ?? null,
      sealed_key,
      valid_from: span.from,
      valid_to: span.to,
    }
  })
  await sql`insert into registers.entry (region, id, register, revision, title, search, org_id, town, person_id, employer_id, key, answers, sealed, sealed_key,
                                         valid_from, valid_to, source, source_id, created_at, changed_at)
    select ${work.region}, r.id, ${register.code}, ${register.revision}, r.title, array_to_tsvector(array(select jsonb_array_elements_text(r.search))),
           r.org_id, r.town, r.person_id, r.employer_id, r.key, r.answers, decode(r.sealed, 'hex'), r.sealed_key,
           r.valid_from, r.valid_to, ${source.kind}, ${source.id ?? null}::uuid, ${work.at}, ${work.at}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(id uuid, title text, search jsonb, org_id uuid, town int, person_id uuid, employer_id uuid, key text, answers jsonb, sealed text, sealed_key int, valid_from date, valid_to date)`.execute(
    work.tx,
  )
  await writeLines(
    work,
    keys,
    register,
    rows.map((r, i) => ({
      entry: { id: r.id, org_id: r.org_id, person_id: r.person_id, town: r.town, register: register.code, version: 1 },
      op: 'added',
      turns: turnsOf({}, entries[i]!.answers),
      about: {
        '@valid': { before: null, after: { from: r.valid_from, to: r.valid_to } },
        '@org': { before: null, after: { id: r.org_id, name: entries[i]!.belongs.orgName } },
      },
      because: entries[i]!.because ?? '',
      source,
    })),
  )
  return rows.map((r) => r.id)
}

export type NewEntry = {
  register: string
  /** The organisation it belongs to, or that keeps it. */
  orgId: string
  personId?: string | undefined
  employerId?: string | undefined
  answers: Answers
  /** First and last day where the form has no fields for them. */
  from?: string | undefined
  to?: string | undefined
  because?: string | undefined
  source?: EntrySource | undefined
}

/** Names of what an entry is to belong to; a refusal where one of them does not exist. */
export const belongsTo = async (
  work: Work,
  given: Pick<NewEntry, 'orgId' | 'personId' | 'employerId'>,
): Promise<{ belongs: Belongs; town: number | null }> => {
  const { region, db } = work
  const org = await db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', region)
    .where('id', '=', given.orgId)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (!org) throw refuse('registers.no-such-place')
  const one = async (table: 'people.person' | 'organisations.employer', id: string | undefined) => {
    if (!id) return undefined
    const found = await db.selectFrom(table).select(['id', 'name']).where('region', '=', region).where('id', '=', id).executeTakeFirst()
    if (!found) throw refuse('registers.owner-needed')
    return found
  }
  const person = await one('people.person', given.personId)
  const employer = await one('organisations.employer', given.employerId)
  const belongs = {
    orgId: org.id,
    orgName: org.name,
    personId: person?.id,
    personName: person?.name,
    employerId: employer?.id,
    employerName: employer?.name,
  }
  return { belongs, town: org.town }
}

/**
 * Adds an entry to a register, in the caller's transaction: of an officer's command, of a step of a case, of a department.
 * The caller answers for the right; form, owner and uniqueness are checked here and by the database.
 */
export const enterEntry = async (work: Work, keys: KeyRing, given: NewEntry): Promise<{ id: string; version: number }> => {
  const register = await openRegister(work, given.register)
  const { belongs, town } = await belongsTo(work, given)
  if (register.owner !== 'none' && !ownerOf(register, belongs)) throw refuse('registers.owner-needed')
  const answers = await namedAnswers(work, register.form, readAnswers(work, register.form, given.answers))
  const source = given.source ?? byHand
  const [id] = await insertEntries(
    work,
    keys,
    register,
    [{ belongs, town, answers, from: given.from, to: given.to, because: given.because ?? '' }],
    source,
  )
  await keepFiles(work, register.form, id!, answers, {}, source.kind === 'case')
  return { id: id!, version: 1 }
}
