import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { searchKeyOf } from '../../people/index.ts'
import type { Known } from './known.ts'
import { type PersonField, personFields } from './plan.ts'
import { insertRows, updateRows } from './rows-in-bulk.ts'
import type { Pair } from './write-rows.ts'

const details = {
  ethnicity: 'text', education: 'text', mobile: 'text', household_type: 'text', is_migrant: 'boolean', residence_town: 'int', skill_level: 'text', title: 'text',
} as const satisfies Record<PersonField, string>
const identity = { id_type: 'text', id_last4: 'text', id_hash: 'bytes', sex: 'smallint', birth_on: 'date' } as const

const detailsOf = (from: Pick<Known, PersonField>) => Object.fromEntries(personFields.map((f) => [f, from[f]]))
const identityOf = ({ input, hash }: Pair) => ({ id_type: input.idType, id_last4: input.idLast4, id_hash: hash, sex: input.sex, birth_on: input.birthOn })

/** Prospects have no number; with the roster they get theirs, and sex and birth with it. */
const numberless = (p: Pair) => p.plan.known !== undefined && p.plan.known.hash === null

const insertPersons = (work: Work, pairs: readonly Pair[]) =>
  insertRows(work.tx, work.region, 'people.person', { id: 'uuid', name: 'text', pinyin: 'text', ...identity, ...details, created_at: 'timestamptz', changed_at: 'timestamptz' },
    pairs.map((p) => ({ id: p.personId, name: p.input.name, pinyin: searchKeyOf(p.input.name), ...identityOf(p), ...detailsOf(p.input), created_at: work.at, changed_at: work.at })))

const updatePersons = async (work: Work, pairs: readonly Pair[]) => {
  const rows = pairs.map((p) => {
    const { known } = p.plan
    p.done.person = Object.fromEntries(p.plan.fields.map((f) => [f, known![f]]))
    p.done.personVersion = known!.version + 1
    return { id: p.personId, ...detailsOf(known!), ...Object.fromEntries(p.plan.fields.map((f) => [f, p.input[f]])) }
  })
  await updateRows(work.tx, work.region, 'people.person', { id: 'uuid' }, details, rows, sql`, version = t.version + 1, changed_at = ${work.at}`)
}

const giveNumbers = async (work: Work, pairs: readonly Pair[]) => {
  for (const p of pairs) p.done.person = { ...p.done.person, id_hash: null, sex: p.plan.known!.sex, birth_on: p.plan.known!.birth_on }
  await updateRows(work.tx, work.region, 'people.person', { id: 'uuid' }, identity, pairs.map((p) => ({ id: p.personId, ...identityOf(p) })))
}

/** Sealed fields come from the check ready made; what stood there before is kept, still sealed. */
const writeSealed = async (work: Work, pairs: readonly Pair[]) => {
  const rows = pairs.flatMap((p) => {
    const fields = (['id_number', 'political_status', 'bank_card'] as const).filter((f) => p.sealed[f] !== undefined && (p.done.created || (f === 'id_number' ? numberless(p) : p.plan.sealed.includes(f))))
    if (!p.done.created && fields.length > 0)
      p.done.sealed = fields.map((field) => {
        const was = p.plan.known!.sealed.get(field)
        return { field, was: was ? { key_id: was.keyId, cipher: was.cipher.toString('base64') } : null }
      })
    return fields.map((field) => ({ person_id: p.personId, field, key_id: p.key, cipher: p.sealed[field] }))
  })
  const columns = { person_id: 'uuid', field: 'text', key_id: 'smallint', cipher: 'bytes' } as const
  // An upsert is judged by the policies of reading and changing as well: for new persons a plain insert takes a third of its time.
  const fresh = new Set(pairs.filter((p) => p.done.created).map((p) => p.personId))
  await insertRows(work.tx, work.region, 'people.sealed_field', columns, rows.filter((r) => fresh.has(r.person_id)))
  await insertRows(work.tx, work.region, 'people.sealed_field', columns, rows.filter((r) => !fresh.has(r.person_id)), sql`on conflict (region, person_id, field) do update set key_id = excluded.key_id, cipher = excluded.cipher`)
}

/** New persons, changed persons, and what is sealed of both. */
export const writePersons = async (work: Work, pairs: readonly Pair[]) => {
  await insertPersons(work, pairs.filter((p) => p.done.created))
  await updatePersons(work, pairs.filter((p) => p.plan.known && (p.plan.fields.length > 0 || p.plan.sealed.length > 0 || numberless(p))))
  await giveNumbers(work, pairs.filter(numberless))
  await writeSealed(work, pairs)
}
