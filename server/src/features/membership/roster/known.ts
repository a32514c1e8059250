import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'

export type Employed = {
  id: string
  employerId: string | null
  name: string | null
  occupation: string | null
  form: string | null
  state: string | null
}
const groupedBy = <R>(rows: readonly R[], keyOf: (row: R) => string) => {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

type SealedField = { keyId: number; cipher: Buffer }
/** What the register holds about one person, as far as a roster can touch it. */
export type Known = {
  id: string
  name: string
  sex: number
  birth_on: string | null
  ethnicity: string | null
  education: string | null
  mobile: string | null
  household_type: string | null
  is_migrant: boolean | null
  residence_town: number | null
  skill_level: string | null
  title: string | null
  version: number
  hash: string | null
  org_id: string | null
  org_town: number | null
  status: string | null
  joined_on: string | null
  occupation: string | null
  membership_version: number | null
  applied: boolean
  employed: Employed[]
  sealed: Map<string, SealedField>
}

const columns = sql`p.id, p.name, p.sex, p.birth_on, p.ethnicity, p.education, p.mobile, p.household_type, p.is_migrant, p.residence_town, p.skill_level, p.title, p.version,
  m.org_id, o.town as org_town, m.status, m.joined_on, m.occupation, m.version as membership_version,
  exists (select 1 from membership.application a where a.region = p.region and a.person_id = p.id and a.status in ('submitted', 'returned')) as applied`
const joined = sql`left join membership.membership m on m.region = p.region and m.person_id = p.id left join organisations.org o on o.region = m.region and o.id = m.org_id`
type Row = Omit<Known, 'employed' | 'sealed'>

// A duplicate that was merged away still owns its number: whoever it is now part of is meant. The two halves use two
// partial indexes; one condition over both read the whole register for every chunk.
const byHash = (look: Look, hashes: readonly string[], lock: boolean) => sql<Row>`
  with w as materialized (select decode(h, 'base64') as hash from unnest(${`{${hashes.join()}}`}::text[]) as h),
  f as (
    select x.id, encode(x.id_hash, 'base64') as hash, 0 as merged from w join people.person x on x.region = ${look.region} and x.id_hash = w.hash and x.merged_into is null
    union all select x.merged_into, encode(x.id_hash, 'base64'), 1 from w join people.person x on x.region = ${look.region} and x.id_hash = w.hash and x.merged_into is not null)
  select ${columns}, f.hash from f join people.person p on p.region = ${look.region} and p.id = f.id ${joined} order by p.id, f.merged ${lock ? sql`for update of p` : sql``}`

/** Somebody served before joining has no number yet: name and mobile find him. */
const prospectsBy = (look: Look, keys: readonly { name: string; mobile: string }[], lock: boolean) => sql<Row>`
  select ${columns}, null::text as hash from people.person p ${joined}
   where p.region = ${look.region} and p.id_hash is null and p.merged_into is null and m.status = 'prospect' and p.mobile = any(${keys.map((k) => k.mobile)}::text[])
   order by p.id ${lock ? sql`for update of p` : sql``}`

const employedOf = async (look: Look, ids: readonly string[]) => {
  const { rows } = await sql<Employed & { person_id: string }>`
    select e.person_id, e.id, e.employer_id as "employerId", coalesce(x.name, e.employer_name) as name, e.occupation, e.employment_form as form, e.employment_state as state
      from organisations.employment e left join organisations.employer x on x.region = e.region and x.id = e.employer_id
     where e.region = ${look.region} and e.until is null and e.person_id = any(${ids as string[]}::uuid[]) order by e.person_id, e.id`.execute(
    look.raw,
  )
  return groupedBy(rows, (r) => r.person_id)
}

const sealedOf = async (look: Look, ids: readonly string[]) => {
  const { rows } = await sql<{ person_id: string; field: string; key_id: number; cipher: Buffer }>`
    select person_id, field, key_id, cipher from people.sealed_field
     where region = ${look.region} and person_id = any(${ids as string[]}::uuid[]) and field in ('political_status', 'bank_card')`.execute(look.raw)
  return groupedBy(rows, (r) => r.person_id)
}

/**
 * Readies a transaction for a chunk. Comparing sealed fields of a whole roster is a registered bulk purpose; the audit
 * line names it. A chunk asks for thousands of rows by their keys: left to itself the planner read whole tables with two
 * workers started for every chunk, which took three times as long at 100,000 persons and grows with the register.
 */
export const openRegister = (look: Look) =>
  sql`select kit.set_unsealed('*'), set_config('max_parallel_workers_per_gather', '0', true),
    set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
    look.raw,
  )

/** `hashes` in base64. */
type Sought = { hashes: readonly string[]; named: readonly { name: string; mobile: string }[]; sealed: boolean; lock?: boolean }

/** Everything the register knows about the persons of one chunk, in a handful of questions. `lock` keeps it so until the commit. */
export const knownPersons = async (look: Look, sought: Sought) => {
  const lock = sought.lock ?? false
  const people = (await byHash(look, sought.hashes, lock).execute(look.raw)).rows
  const prospects = sought.named.length > 0 ? (await prospectsBy(look, sought.named, lock).execute(look.raw)).rows : []
  const ids = [...people, ...prospects].map((p) => p.id)
  const employed = ids.length > 0 ? await employedOf(look, ids) : new Map<string, never>()
  const sealed = sought.sealed && ids.length > 0 ? await sealedOf(look, ids) : new Map<string, never>()
  const whole = (r: Row): Known => ({
    ...r,
    employed: employed.get(r.id) ?? [],
    sealed: new Map(
      (sealed.get(r.id) ?? []).map((s: { field: string; key_id: number; cipher: Buffer }) => [s.field, { keyId: s.key_id, cipher: s.cipher }]),
    ),
  })
  const hashed = new Map<string, Known>()
  for (const p of people) if (!hashed.has(p.hash!)) hashed.set(p.hash!, whole(p))
  const prospect = new Map(prospects.map((p) => [`${p.name}|${p.mobile}`, whole(p)]))
  return { of: (hash: string, name: string, mobile: string | null) => hashed.get(hash) ?? (mobile ? prospect.get(`${name}|${mobile}`) : undefined) }
}

/** Who else has these mobile numbers: number → ids of persons. */
export const phonesTaken = async (look: Look, mobiles: readonly string[]) => {
  const { rows } = await sql<{
    mobile: string
    id: string
  }>`select mobile, id from people.person where region = ${look.region} and mobile = any(${mobiles as string[]}::text[]) and merged_into is null`.execute(
    look.raw,
  )
  return groupedBy(rows, (r) => r.mobile)
}
