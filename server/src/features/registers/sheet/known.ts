import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { clause, reachOf } from '../../organisations/index.ts'
import { identityHash } from '../../people/index.ts'
import { type EntryRow, allAnswers } from '../entry.ts'

export type Place = { id: string; name: string; town: number | null; mine: boolean }
type Person = { id: string; name: string; number: string }

const manyOf = <V>(values: readonly V[], keyOf: (value: V) => string): Map<string, V[]> => {
  const groups = new Map<string, V[]>()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return groups
}

/** Every standing organisation by name, credit code and id: two thousand, so a file is judged in memory. */
export const knownPlaces = async (look: Look) => {
  const reach = await reachOf(look, 'registers.edit')
  const { rows } = await sql<Place & { uscc: string | null }>`
    select o.id, o.name, o.uscc, o.town, ${clause(reach, 'o.id')} as mine from organisations.org o where o.region = ${look.region} and o.dissolved_on is null`.execute(
    look.raw,
  )
  const home = look.by.standings.find((s) => s.rights.includes('registers.edit'))
  return {
    byName: manyOf(rows, (o) => o.name),
    byUscc: new Map(rows.flatMap((o) => (o.uscc ? [[o.uscc, o] as const] : []))),
    byId: new Map(rows.map((o) => [o.id, o])),
    /** Where the caller keeps what names no organisation. */
    home: rows.find((o) => o.id === home?.orgId),
  }
}
export type KnownPlaces = Awaited<ReturnType<typeof knownPlaces>>

/** Employers by name or credit code, as far as the file names them. */
export const knownEmployers = async (look: Look, names: readonly string[]) => {
  if (names.length === 0) return new Map<string, { id: string; name: string }>()
  const { rows } = await sql<{ id: string; name: string; uscc: string | null }>`
    select id, name, uscc from organisations.employer where region = ${look.region} and (name = any(${names as string[]}::text[]) or uscc = any(${names.map((n) => n.toUpperCase())}::text[]))`.execute(
    look.raw,
  )
  return new Map(rows.flatMap((e) => [[e.name, e] as const, ...(e.uscc ? [[e.uscc, e] as const] : [])]))
}

/** Persons by the numbers of their documents; numbers meet as keyed hashes. */
export const knownPersons = async (look: Look, keys: KeyRing, numbers: readonly string[]) => {
  const hashes = new Map(numbers.map((n) => [identityHash(keys, 'resident_id', n).toString('hex'), n]))
  if (hashes.size === 0) return new Map<string, Person>()
  const { rows } = await sql<{ id: string; name: string; hash: string }>`
    select id, name, encode(id_hash, 'hex') as hash from people.person
     where region = ${look.region} and merged_into is null and id_hash = any(select decode(h, 'hex') from unnest(${[...hashes.keys()]}::text[]) h)`.execute(
    look.raw,
  )
  return new Map(rows.map((p) => [hashes.get(p.hash)!, { id: p.id, name: p.name, number: hashes.get(p.hash)! }]))
}

export type KnownEntry = { row: EntryRow; answers: Answers; org: string; mine: boolean }

/** Standing entries a file may mean: by id, by key, and in registers without a key by title. */
export const knownEntries = async (
  look: Look,
  keys: KeyRing,
  register: Register,
  asked: { ids: readonly string[]; keys: readonly string[]; titles: readonly string[] },
  places: KnownPlaces,
) => {
  const rows = await look.db
    .selectFrom('registers.entry')
    .selectAll()
    .where('region', '=', look.region)
    .where('register', '=', register.code)
    .where('ended_on', 'is', null)
    .where((e) =>
      e.or([
        e('id', '=', anyOf(asked.ids)),
        e('key', '=', sql<string>`any(${asked.keys as string[]}::text[])`),
        e('title', '=', sql<string>`any(${asked.titles as string[]}::text[])`),
      ]),
    )
    .execute()
  const entries: KnownEntry[] = rows.map((row) => {
    const place = places.byId.get(row.org_id)
    return { row, answers: allAnswers(keys, row), org: place?.name ?? '', mine: place?.mine ?? false }
  })
  return {
    byId: new Map(entries.map((e) => [e.row.id, e])),
    byKey: new Map(entries.flatMap((e) => (e.row.key === null ? [] : [[e.row.key, e] as const]))),
    byTitle: manyOf(entries, (e) => e.row.title),
  }
}
