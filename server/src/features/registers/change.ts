import { type Answers, isAnswered } from '@gongyou/contract/forms/index.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { type Span, renewableFrom, renewedSpan, spanOf } from '@gongyou/contract/registers/validity.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { partAnswers } from '@gongyou/contract/forms/index.ts'
import { sealAnswers } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { keepFiles, namedAnswers, readAnswers, sameValue } from './answers.ts'
import { type Entry, type EntryRow, type EntrySource, allAnswers, byHand, lockEntry, placeOf } from './entry.ts'
import { type NewLine, type Turns, turnsOf, writeLines } from './history.ts'
import { type Belongs, keyOf, lexemesOf, titleOf } from './key.ts'

type Asked = {
  /** What the officer saw; a department that has just read the entry may leave it out. */
  version?: number | undefined
  because?: string | undefined
  source?: EntrySource | undefined
}
export type Change = Asked & {
  /** Only what changes; null empties a field. */
  answers?: Answers | undefined
  orgId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}
export type Renewal = Asked & { answers?: Answers | undefined; from?: string | undefined; to?: string | undefined }

const fresh = async (work: Work, id: string, { version }: Asked): Promise<Entry> => {
  const entry = await lockEntry(work, id)
  if (version !== undefined && entry.row.version !== version) throw refuse('record.changed')
  return entry
}
const standing = async (work: Work, id: string, asked: Asked): Promise<Entry> => {
  const entry = await fresh(work, id, asked)
  if (entry.row.ended_on) throw refuse('registers.ended')
  return entry
}

/** Whom an entry belongs to, by name; the organisation may be a new one. */
const belongsOf = async (work: Work, { row }: Entry, orgId: string): Promise<{ belongs: Belongs; town: number | null }> => {
  const { rows } = await sql<{ org: string; town: number | null; person: string | null; employer: string | null; gone: boolean }>`
    select o.name as org, o.town, o.dissolved_on is not null as gone,
           (select name from people.person where region = o.region and id = ${row.person_id}) as person,
           (select name from organisations.employer where region = o.region and id = ${row.employer_id}) as employer
      from organisations.org o where o.region = ${work.region} and o.id = ${orgId}`.execute(work.tx)
  const found = rows[0]
  if (!found || (found.gone && orgId !== row.org_id)) throw refuse('registers.no-such-place')
  const belongs = {
    orgId,
    orgName: found.org,
    personId: row.person_id,
    personName: found.person,
    employerId: row.employer_id,
    employerName: found.employer,
  }
  return { belongs, town: found.town }
}

const spanOfRow = ({ row }: Entry): Span => ({ from: row.valid_from, to: row.valid_to })

/** Answers after the change; fields that the newest revision no longer has are let go, and the history keeps them. */
const mergedAnswers = async (work: Work, keys: KeyRing, { row, register }: Entry, patch: Answers) => {
  const before = allAnswers(keys, row)
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => Object.hasOwn(register.form, name)))
  const wanted = Object.fromEntries(Object.entries({ ...kept, ...patch }).filter(([, v]) => isAnswered(v)))
  return { before, after: await namedAnswers(work, register.form, readAnswers(work, register.form, wanted, before)) }
}

export type Written = {
  op: 'changed' | 'renewed'
  before: Answers
  after: Answers
  span: Span
  belongs: Belongs
  town: number | null
  /** Name of the organisation it leaves, where it moves to another. */
  orgBefore?: string | undefined
  because: string
  source: EntrySource
}

/** What stands after a change and its line of history, ready to be written; undefined where nothing differs. */
const prepare = (work: Work, keys: KeyRing, { row, register }: Entry, w: Written) => {
  const { span, belongs } = w
  if (span.to !== null && span.to < span.from) throw refuse('registers.dates-wrong')
  const now: Span = { from: row.valid_from, to: row.valid_to }
  const turns = turnsOf(w.before, w.after)
  const about: Turns = {
    ...(sameValue(now, span) ? {} : { '@valid': { before: now, after: span } }),
    ...(belongs.orgId === row.org_id
      ? {}
      : { '@org': { before: { id: row.org_id, name: w.orgBefore ?? '' }, after: { id: belongs.orgId, name: belongs.orgName } } }),
  }
  if (Object.keys(turns).length + Object.keys(about).length === 0) return undefined
  const { open, shut } = partAnswers(register.form, w.after)
  const { sealed, sealed_key } = sealAnswers(keys, placeOf(work.region, row.id), shut)
  // A person or an employer never changes, and its name may not be at hand.
  const title = register.named === 'owner' && register.owner !== 'organisation' ? row.title : titleOf(register, w.after, belongs)
  const version = row.version + 1
  const state = {
    id: row.id,
    seen: row.version,
    title,
    search: lexemesOf(title),
    org_id: belongs.orgId,
    town: w.town,
    key: keyOf(keys, register, w.after, belongs),
    answers: open,
    sealed: sealed?.toString('hex') ?? null,
    sealed_key,
    valid_from: span.from,
    valid_to: span.to,
  }
  const opened = row.answers as Answers
  const secret = Object.keys(w.before).filter((name) => !Object.hasOwn(opened, name))
  const line: NewLine = {
    entry: { ...row, org_id: belongs.orgId, town: w.town, version },
    op: w.op,
    turns,
    about,
    because: w.because,
    source: w.source,
    secret,
  }
  return { state, line }
}

/**
 * Writes changes of entries of one register in few statements. Fails on `entry_key_unique` where another entry stands for
 * the same; an entry that somebody changed since it was read is refused, and with it all others.
 */
export const writeChanges = async (work: Work, keys: KeyRing, register: Register, changes: readonly { row: EntryRow; written: Written }[]) => {
  const prepared = changes.flatMap(({ row, written }) => prepare(work, keys, { row, register }, written) ?? [])
  if (prepared.length === 0) return 0
  const { numAffectedRows } = await sql`
    update registers.entry e set revision = ${register.revision}, title = r.title, search = array_to_tsvector(array(select jsonb_array_elements_text(r.search))),
           org_id = r.org_id, town = r.town, key = r.key, answers = r.answers, sealed = decode(r.sealed, 'hex'), sealed_key = r.sealed_key,
           reminded = case when e.valid_to is distinct from r.valid_to then null else e.reminded end,
           valid_from = r.valid_from, valid_to = r.valid_to, changed_at = ${work.at}, version = e.version + 1
      from json_to_recordset(${JSON.stringify(prepared.map((p) => p.state))}::json)
        as r(id uuid, seen int, title text, search jsonb, org_id uuid, town int, key text, answers jsonb, sealed text, sealed_key int, valid_from date, valid_to date)
     where e.region = ${work.region} and e.id = r.id and e.version = r.seen`.execute(work.tx)
  if (numAffectedRows !== BigInt(prepared.length)) throw refuse('record.changed')
  await writeLines(
    work,
    keys,
    register,
    prepared.map((p) => p.line),
  )
  return prepared.length
}

type Wanted = { op: Written['op']; before: Answers; after: Answers; span: Span; orgId: string; asked: Asked }

const write = async (work: Work, keys: KeyRing, entry: Entry, { op, before, after, span, orgId, asked }: Wanted) => {
  const { row, register } = entry
  const { belongs, town } = await belongsOf(work, entry, orgId)
  const orgBefore = orgId === row.org_id ? undefined : (await belongsOf(work, entry, row.org_id)).belongs.orgName
  const source = asked.source ?? byHand
  const written = { op, before, after, span, belongs, town, orgBefore, because: asked.because ?? '', source }
  if ((await writeChanges(work, keys, register, [{ row, written }])) === 0) throw refuse('registers.nothing-changed')
  await keepFiles(work, register.form, row.id, after, before, source.kind === 'case')
  return { id: row.id, version: row.version + 1 }
}

/** The days after a change: a renewed entry began with its first term, so only a date that is corrected moves them. */
export const changedSpan = (
  register: Register,
  now: Span,
  before: Answers,
  after: Answers,
  given: { from?: string | undefined; to?: string | undefined },
): Span => {
  const { validity } = register
  const began = validity?.from ? sameValue(before[validity.from], after[validity.from]) : true
  const ends = validity && 'to' in validity ? sameValue(before[validity.to], after[validity.to]) : true
  if (began && ends && given.from === undefined && given.to === undefined) return now
  const next = spanOf(register, after, { from: given.from ?? (began ? now.from : undefined), to: given.to }, now.from)
  return { from: began && given.from === undefined ? now.from : next.from, to: next.to }
}

/** Changes fields, the organisation or the days of an entry. */
export const changeEntry = async (work: Work, keys: KeyRing, id: string, change: Change) => {
  const entry = await standing(work, id, change)
  const { row, register } = entry
  const { before, after } = await mergedAnswers(work, keys, entry, change.answers ?? {})
  const span = changedSpan(register, spanOfRow(entry), before, after, change)
  return write(work, keys, entry, { op: 'changed', before, after, span, orgId: change.orgId ?? row.org_id, asked: change })
}

/** Gives an entry a new time of validity. What follows on without a gap lengthens it. */
export const renewEntry = async (work: Work, keys: KeyRing, id: string, renewal: Renewal) => {
  const entry = await standing(work, id, renewal)
  const { row, register } = entry
  const now = spanOfRow(entry)
  if (!register.validity || now.to === null) throw refuse('registers.no-validity')
  const opens = renewableFrom(register, now)
  if (opens && work.today < opens)
    throw refuse('registers.too-early-to-renew', {
      says: {
        zh: `${opens} 起才能续期${register.validity.source ? `（${register.validity.source.zh}）` : ''}`,
        en: `It can be renewed from ${opens}${register.validity.source ? ` (${register.validity.source.en})` : ''}`,
      },
    })
  const { before, after } = await mergedAnswers(work, keys, entry, renewal.answers ?? {})
  const next = spanOf(register, after, { from: renewal.from, to: renewal.to }, addDays(now.to, 1))
  // Fields left as they were would renew nothing.
  if (next.to !== null && next.to <= now.to)
    throw refuse('registers.dates-wrong', { says: { zh: `新的截止日期应晚于 ${now.to}`, en: `The new last day must lie after ${now.to}` } })
  return write(work, keys, entry, { op: 'renewed', before, after, span: renewedSpan(now, next), orgId: row.org_id, asked: renewal })
}

/** Ends an entry: it leaves the list and keeps its history. */
export const endEntry = async (work: Work, keys: KeyRing, id: string, asked: Asked & { on?: string | undefined; because: string }) => {
  const { row, register } = await standing(work, id, asked)
  const on = asked.on ?? work.today
  return close(work, keys, { row, register }, 'ended', { ended_on: on, ended_because: asked.because }, asked, {
    '@ended': { before: null, after: on },
  })
}

/** Takes an ended entry back. Fails on `entry_key_unique` where another stands in its place. */
export const restoreEntry = async (work: Work, keys: KeyRing, id: string, asked: Asked & { because: string }) => {
  const entry = await fresh(work, id, asked)
  if (!entry.row.ended_on) throw refuse('registers.not-ended')
  return close(work, keys, entry, 'restored', { ended_on: null, ended_because: null }, asked, {
    '@ended': { before: entry.row.ended_on, after: null },
  })
}

type Ending = { ended_on: string | null; ended_because: string | null }
const close = async (work: Work, keys: KeyRing, { row, register }: Entry, op: 'ended' | 'restored', set: Ending, asked: Asked, about: Turns) => {
  const version = row.version + 1
  await work.tx
    .updateTable('registers.entry')
    .set({ ...set, changed_at: work.at, version })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  await writeLines(work, keys, register, [
    { entry: { ...row, version }, op, turns: {}, about, because: asked.because ?? '', source: asked.source ?? byHand },
  ])
  return { id: row.id, version }
}
