import type { Answers } from '@gongyou/contract/forms/index.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { type Register, endingDays } from '@gongyou/contract/registers/register.ts'
import type { EntryLine } from '@gongyou/contract/registers/shapes.ts'
import { shownMasked } from '@gongyou/contract/registers/shown.ts'
import { stateOf } from '@gongyou/contract/registers/validity.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { beneath, clause, narrow, reachOf } from '../organisations/index.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { type EntryRow, findEntry } from './entry.ts'
import { type Belongs, keyOf, wantedOf } from './key.ts'

export type Wanted = {
  q?: string | undefined
  state?: 'valid' | 'ending' | 'expired' | 'upcoming' | 'ended' | 'all' | undefined
  org?: string | undefined
  person?: string | undefined
  employer?: string | undefined
  choice?: string | undefined
}

/** What was asked for by choices, as far as the form has them. */
const choicesOf = (register: Register, text: string | undefined) =>
  (text ?? '').split(',').flatMap((pair) => {
    const [name = '', code = ''] = pair.split(':')
    const field = Object.hasOwn(register.form, name) ? register.form[name]! : undefined
    if (field?.kind === 'choice') return [sql<boolean>`e.answers ->> ${name} = ${code}`]
    if (field?.kind === 'many') return [sql<boolean>`e.answers -> ${name} @> ${JSON.stringify([code])}::jsonb`]
    return pair === '' ? [] : [sql<boolean>`false`]
  })

/** More hits than this and walking the list in its own order finds a page sooner than looking all of them up. */
const many = 3_000

/** Entries that fit what was typed; row level security keeps `@@` from the index, which only `registers.find` may use. */
const fitting = async (look: Look, register: Register, typed: string) => {
  const search = wantedOf(typed)
  if (!search) return sql<boolean>`false`
  const hits = (most: number | null) => sql`select registers.find(${register.code}, ${search.query}::tsquery, ${search.like}, ${most}::int)`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${hits(many)}) x`.execute(look.raw)
  if (rows[0]!.n < many) return sql<boolean>`e.id = any(array(${hits(null)}))`
  const alike = search.like === null ? sql`` : sql`and regexp_replace(lower(normalize(e.title, nfkc)), '\\s+', '', 'g') like ${search.like}`
  return sql<boolean>`(e.search @@ ${search.query}::tsquery ${alike})`
}

/** Entries of a register within a reach, as asked for: one predicate for list, count and export. */
export const entriesWithin = async (look: Look, register: Register, wanted: Wanted, right: Right = 'registers.read') => {
  const reach = narrow(await reachOf(look, right), await beneath(look, wanted.org))
  const { today } = look
  const fits = wanted.q ? await fitting(look, register, wanted.q) : undefined
  const state = wanted.state
  return look.db
    .selectFrom('registers.entry as e')
    .where('e.region', '=', look.region)
    .where('e.register', '=', register.code)
    .where(clause(reach, 'e.org_id'))
    .$if(fits !== undefined, (q) => q.where(fits!))
    .$if(state === 'ended', (q) => q.where('e.ended_on', 'is not', null))
    .$if(state !== 'ended' && state !== 'all', (q) => q.where('e.ended_on', 'is', null))
    .$if(state === 'valid' || state === 'ending', (q) =>
      q.where('e.valid_from', '<=', today).where((x) => x.or([x('e.valid_to', 'is', null), x('e.valid_to', '>=', today)])),
    )
    .$if(state === 'ending', (q) => q.where('e.valid_to', '<=', addDays(today, endingDays)))
    .$if(state === 'expired', (q) => q.where('e.valid_to', '<', today))
    .$if(state === 'upcoming', (q) => q.where('e.valid_from', '>', today))
    .$if(Boolean(wanted.person), (q) => q.where('e.person_id', '=', wanted.person!))
    .$if(Boolean(wanted.employer), (q) => q.where('e.employer_id', '=', wanted.employer!))
    .$call((q) => choicesOf(register, wanted.choice).reduce((all, c) => all.where(c), q))
}

/** The names that entries of a page are shown with; looked up by id, for joined the planner would sort the whole register. */
const withNames = async (look: Look, rows: readonly EntryRow[]) => {
  const namesIn = async (table: 'organisations.org' | 'people.person' | 'organisations.employer', ids: readonly (string | null)[]) => {
    const wanted = [...new Set(ids.flatMap((x) => x ?? []))]
    if (wanted.length === 0) return new Map<string, string>()
    const found = await look.db.selectFrom(table).select(['id', 'name']).where('region', '=', look.region).where('id', '=', anyOf(wanted)).execute()
    return new Map(found.map((f) => [f.id, f.name]))
  }
  const orgs = await namesIn(
    'organisations.org',
    rows.map((r) => r.org_id),
  )
  const persons = await namesIn(
    'people.person',
    rows.map((r) => r.person_id),
  )
  const employers = await namesIn(
    'organisations.employer',
    rows.map((r) => r.employer_id),
  )
  return rows.map((r) => ({
    ...r,
    org: orgs.get(r.org_id) ?? '',
    person: (r.person_id && persons.get(r.person_id)) || null,
    employer: (r.employer_id && employers.get(r.employer_id)) || null,
  }))
}

export type NamedRow = Awaited<ReturnType<typeof withNames>>[number]

export const lineOf = (register: Register, r: NamedRow, today: string): EntryLine => {
  const answers = r.answers as Record<string, unknown>
  return {
    id: r.id,
    title: r.title,
    org: { id: r.org_id, name: r.org },
    person: r.person_id && r.person ? { id: r.person_id, name: r.person } : null,
    employer: r.employer_id && r.employer ? { id: r.employer_id, name: r.employer } : null,
    validFrom: r.valid_from,
    validTo: r.valid_to,
    state: stateOf({ from: r.valid_from, to: r.valid_to, endedOn: r.ended_on }, today),
    cells: Object.fromEntries(register.columns.map((name) => [name, shownMasked(register, name, answers[name])])),
  }
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One page of rows: newest first, or the nearest end first where one asks for what is ending or has run out. */
export const rowsOf = async (look: Look, register: Register, wanted: Wanted & { after?: string | undefined; limit: number }, right?: Right) => {
  const byEnd = wanted.state === 'ending' || wanted.state === 'expired'
  const [end, last] = wanted.after?.split('|') ?? []
  const given = last !== undefined && id.test(last)
  const rows = await (
    await entriesWithin(look, register, wanted, right)
  )
    .selectAll('e')
    .$if(given && !byEnd, (q) => q.where('e.id', '<', last!))
    .$if(given && byEnd, (q) => q.where((x) => x(x.refTuple('e.valid_to', 'e.id'), '>', x.tuple(end!, last!))))
    .$if(byEnd, (q) => q.orderBy('e.valid_to').orderBy('e.id'))
    .$if(!byEnd, (q) => q.orderBy('e.id', 'desc'))
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const end2 = page.at(-1)
  return { rows: await withNames(look, page), next: rows.length > page.length && end2 ? `${byEnd ? end2.valid_to : ''}|${end2.id}` : null }
}

/** Entries of a register as a list shows them. */
export const entriesOf = async (look: Look, register: Register, wanted: Wanted & { after?: string | undefined; limit: number }) => {
  const { rows, next } = await rowsOf(look, register, wanted)
  return { rows: rows.map((r) => lineOf(register, r, look.today)), next }
}

/** A count that stops at ten thousand. */
export const countOf = async (look: Look, register: Register, wanted: Wanted) => {
  const cap = 10_000
  const query = (await entriesWithin(look, register, wanted)).select('e.id').limit(cap + 1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${query}) x`.execute(look.raw)
  const n = rows[0]?.n ?? 0
  return { count: Math.min(n, cap), capped: n > cap }
}

/** How many entries of each register stand within reach, how many end soon, how many have run out. */
export const standingsOf = async (look: Look) => {
  const reach = await reachOf(look, 'registers.read')
  const soon = addDays(look.today, endingDays)
  const { rows } = await sql<{ register: string; entries: number; ending: number; expired: number }>`
    select register, count(*)::int as entries, (count(*) filter (where valid_to between ${look.today} and ${soon} and valid_from <= ${look.today}))::int as ending,
           (count(*) filter (where valid_to < ${look.today}))::int as expired
      from registers.entry e where region = ${look.region} and ended_on is null and ${clause(reach, 'e.org_id')} group by register`.execute(look.raw)
  return new Map(rows.map((r) => [r.register, r]))
}

/** The standing entry for a key, by the answers that make it up: for departments, which look at their own rights. */
export const findByKey = async (look: Look, keys: KeyRing, register: Register, answers: Answers, belongs: Belongs) => {
  const key = keyOf(keys, register, answers, belongs)
  if (key === null) return undefined
  const row = await look.db
    .selectFrom('registers.entry')
    .select('id')
    .where('region', '=', look.region)
    .where('register', '=', register.code)
    .where('key', '=', key)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row && findEntry(look, row.id)
}
