import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { sealedPlace, searchKeyOf } from '../../people/index.ts'
import type { Known } from './known.ts'
import { type PersonField, personFields } from './plan.ts'
import { insertRows, updateRows } from '../../../kit/db/rows-in-bulk.ts'
import type { Pair } from './write-rows.ts'

const details = {
  ethnicity: 'text',
  education: 'text',
  mobile: 'text',
  household_type: 'text',
  is_migrant: 'boolean',
  residence_town: 'int',
  skill_level: 'text',
  title: 'text',
} as const satisfies Record<PersonField, string>
const identity = { id_type: 'text', id_last4: 'text', id_hash: 'bytes', sex: 'smallint', birth_on: 'date' } as const

const detailsOf = (from: Pick<Known, PersonField>) => Object.fromEntries(personFields.map((f) => [f, from[f]]))
const identityOf = ({ input, hash }: Pair) => ({
  id_type: input.idType,
  id_last4: input.idNumber.slice(-4),
  id_hash: hash,
  sex: input.sex,
  birth_on: input.birthOn,
})

/** Prospects have no number; with the roster they get theirs, and sex and birth with it. */
const numberless = (p: Pair) => p.plan.known !== undefined && p.plan.known.hash === null

const insertPersons = (work: Work, pairs: readonly Pair[]) =>
  insertRows(
    work.tx,
    work.region,
    'people.person',
    { id: 'uuid', name: 'text', pinyin: 'text', ...identity, ...details, created_at: 'timestamptz', changed_at: 'timestamptz' },
    pairs.map((p) => ({
      id: p.personId,
      name: p.input.name,
      pinyin: searchKeyOf(p.input.name),
      ...identityOf(p),
      ...detailsOf(p.input),
      created_at: work.at,
      changed_at: work.at,
    })),
  )

const updatePersons = (work: Work, pairs: readonly Pair[]) => {
  const rows = pairs.map((p) => {
    const { known } = p.plan
    p.done.person = Object.fromEntries(p.plan.fields.map((f) => [f, known![f]]))
    p.done.personVersion = known!.version + 1
    return { id: p.personId, ...detailsOf(known!), ...Object.fromEntries(p.plan.fields.map((f) => [f, p.input[f]])) }
  })
  return updateRows(work.tx, work.region, 'people.person', { id: 'uuid' }, details, rows, sql`, version = t.version + 1, changed_at = ${work.at}`)
}

const giveNumbers = (work: Work, pairs: readonly Pair[]) => {
  for (const p of pairs) p.done.person = { ...p.done.person, id_hash: null, sex: p.plan.known!.sex, birth_on: p.plan.known!.birth_on }
  return updateRows(
    work.tx,
    work.region,
    'people.person',
    { id: 'uuid' },
    identity,
    pairs.map((p) => ({ id: p.personId, ...identityOf(p) })),
  )
}

const sealedFields = ['id_number', 'political_status', 'bank_card'] as const

/** What is sealed of new persons, and of others what differs; what stood there before is kept, still sealed. */
function* writeSealed(work: Work, keys: KeyRing, pairs: readonly Pair[]) {
  const [fresh, changed]: Record<string, unknown>[][] = [[], []]
  for (const p of pairs) {
    const clear = { id_number: p.input.idNumber, political_status: p.input.political_status, bank_card: p.input.bank_card }
    for (const field of sealedFields) {
      if (clear[field] === null || (!p.done.created && !(field === 'id_number' ? numberless(p) : p.plan.sealed.includes(field)))) continue
      if (!p.done.created) {
        const was = p.plan.known!.sealed.get(field)
        ;(p.done.sealed ??= []).push({ field, was: was ? { key_id: was.keyId, cipher: was.cipher.toString('base64') } : null })
      }
      const sealed = keys.seal(clear[field], sealedPlace(work.region, p.personId, field))
      ;(p.done.created ? fresh : changed)!.push({ person_id: p.personId, field, key_id: sealed.keyId, cipher: sealed.cipher.toString('base64') })
    }
  }
  const columns = { person_id: 'uuid', field: 'text', key_id: 'smallint', cipher: 'bytes' } as const
  // An upsert is judged by the policies of reading and changing as well: for new persons a plain insert takes a third of its time.
  yield insertRows(work.tx, work.region, 'people.sealed_field', columns, fresh!)
  yield insertRows(
    work.tx,
    work.region,
    'people.sealed_field',
    columns,
    changed!,
    sql`on conflict (region, person_id, field) do update set key_id = excluded.key_id, cipher = excluded.cipher`,
  )
}

/** New persons, changed persons, and what is sealed of both. */
export function* writePersons(work: Work, keys: KeyRing, pairs: readonly Pair[]) {
  yield insertPersons(
    work,
    pairs.filter((p) => p.done.created),
  )
  yield updatePersons(
    work,
    pairs.filter((p) => p.plan.known && (p.plan.fields.length > 0 || p.plan.sealed.length > 0 || numberless(p))),
  )
  yield giveNumbers(work, pairs.filter(numberless))
  yield* writeSealed(work, keys, pairs)
}
