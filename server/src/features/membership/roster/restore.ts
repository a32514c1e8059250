import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { personFields } from './plan.ts'
import { type Columns, insertRows, updateRows } from '../../../kit/db/rows-in-bulk.ts'
import type { WrittenRow } from './chunks.ts'

const uuids = (ids: readonly string[]) => sql`${ids as string[]}::uuid[]`
const own = (rows: readonly WrittenRow[], field: 'stay' | 'employment') => rows.flatMap((r) => r.done[field] ?? [])

/** Jobs begun by the import go, ended ones go on, changed ones say again what they said. */
export const restoreEmployments = async (work: Work, rows: readonly WrittenRow[]) => {
  await sql`delete from organisations.employment where region = ${work.region} and id = any(${uuids(own(rows, 'employment'))})`.execute(work.tx)
  await updateRows(
    work.tx,
    work.region,
    'organisations.employment',
    { id: 'uuid' },
    { occupation: 'text', employment_form: 'text', employment_state: 'text', until: 'date' },
    rows.flatMap((r) => r.done.employments ?? []),
  )
}

const state = {
  org_id: 'uuid',
  status: 'text',
  card_number: 'text',
  joined_on: 'date',
  channel: 'text',
  floating: 'boolean',
  occupation: 'text',
  since: 'date',
} as const

/** Memberships stand again where they stood; those that the import began are gone. */
export const restoreMemberships = async (work: Work, rows: readonly WrittenRow[]) => {
  await sql`delete from membership.stay where region = ${work.region} and id = any(${uuids(own(rows, 'stay'))})`.execute(work.tx)
  await insertRows(
    work.tx,
    work.region,
    'membership.stay',
    { id: 'uuid', person_id: 'uuid', org_id: 'uuid', during: 'daterange' },
    rows.flatMap((r) => (r.done.stays ?? []).map((s) => ({ ...s, person_id: r.personId }))),
    sql`on conflict (region, id) do update set during = excluded.during`,
  )
  const before = rows.flatMap((r) => (r.done.membership ? [{ ...r.done.membership, person_id: r.personId }] : []))
  await updateRows(
    work.tx,
    work.region,
    'membership.membership',
    { person_id: 'uuid' },
    state,
    before,
    sql`, version = t.version + 1, changed_at = ${work.at}`,
  )
  const begun = rows.filter((r) => r.done.created || r.done.membership === null).map((r) => r.personId)
  await sql`delete from membership.membership where region = ${work.region} and person_id = any(${uuids(begun)})`.execute(work.tx)
}

const textual: Columns = {
  ethnicity: 'text',
  education: 'text',
  mobile: 'text',
  household_type: 'text',
  is_migrant: 'boolean',
  residence_town: 'int',
  skill_level: 'text',
  title: 'text',
}

const restoreSealed = async (work: Work, rows: readonly WrittenRow[]) => {
  const all = rows.flatMap((r) => (r.done.sealed ?? []).map((s) => ({ ...s, person_id: r.personId })))
  for (const field of ['id_number', 'political_status', 'bank_card']) {
    const none = all.filter((s) => s.field === field && s.was === null).map((s) => s.person_id)
    if (none.length > 0)
      await sql`delete from people.sealed_field where region = ${work.region} and field = ${field} and person_id = any(${uuids(none)})`.execute(
        work.tx,
      )
  }
  await updateRows(
    work.tx,
    work.region,
    'people.sealed_field',
    { person_id: 'uuid', field: 'text' },
    { key_id: 'smallint', cipher: 'bytes' },
    all.flatMap((s) => (s.was ? [{ person_id: s.person_id, field: s.field, ...s.was }] : [])),
  )
}

/** Persons who were there before say again what they said. Fields that the row did not change are left alone. */
export const restorePersons = async (work: Work, rows: readonly WrittenRow[]) => {
  const changed = rows.filter((r) => r.done.person)
  // One statement for each set of fields that was changed: rarely more than a handful.
  const bySet = new Map<string, WrittenRow[]>()
  for (const r of changed) {
    const key = personFields.filter((f) => f in r.done.person!).join()
    bySet.set(key, [...(bySet.get(key) ?? []), r])
  }
  for (const [key, group] of bySet) {
    const columns = Object.fromEntries(
      key
        .split(',')
        .filter(Boolean)
        .map((f) => [f, textual[f]!]),
    )
    if (key)
      await updateRows(
        work.tx,
        work.region,
        'people.person',
        { id: 'uuid' },
        columns,
        group.map((r) => ({ id: r.personId, ...r.done.person })),
      )
  }
  await sql`update people.person set version = version + 1, changed_at = ${work.at} where region = ${work.region} and id = any(${uuids(changed.map((r) => r.personId))})`.execute(
    work.tx,
  )
  const numbered = changed.filter((r) => 'id_hash' in r.done.person!)
  await updateRows(
    work.tx,
    work.region,
    'people.person',
    { id: 'uuid' },
    { sex: 'smallint', birth_on: 'date' },
    numbered.map((r) => ({ id: r.personId, ...r.done.person })),
    sql`, id_hash = null, id_last4 = null`,
  )
  await restoreSealed(work, rows)
}

/** Persons whom only this import knew. Foreign keys refuse whatever the questions before did not see. */
export const takeBackCreated = async (work: Work, ids: readonly string[]) => {
  if (ids.length === 0) return
  await sql`delete from people.sealed_field where region = ${work.region} and person_id = any(${uuids(ids)})`.execute(work.tx)
  await sql`delete from people.person where region = ${work.region} and id = any(${uuids(ids)})`.execute(work.tx)
}
