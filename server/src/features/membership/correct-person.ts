import { type IdType, readIdNumber } from '@gongyou/contract/codes/id-types.ts'
import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import { readPhone } from '@gongyou/contract/kit/phone.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { identityHash, sealedPlace, searchKeyOf } from '../people/index.ts'
import { personWithin } from './reach.ts'

type Maybe<T> = T | null | undefined
type Given = {
  version: number
  name?: string | undefined
  mobile?: Maybe<string>
  idNumber?: string | undefined
  ethnicity?: Maybe<string>
  education?: Maybe<string>
  householdType?: Maybe<string>
  isMigrant?: Maybe<boolean>
  residenceTown?: Maybe<number>
  skillLevel?: Maybe<string>
  title?: Maybe<string>
}
const wrong = (path: string, message: string) => refuse('request.invalid', { fields: [{ path, message }] })

const openFor = (work: Work, personId: string) => sql`select kit.set_unsealed(${personId})`.execute(work.tx)

/** ID number and phone in full, for a named purpose; the person can see that it was done, by whom and why. */
export const openSealed = async (work: Work, keys: KeyRing, personId: string, purpose: string) => {
  const person = await personWithin(work, personId, 'people.unmask')
  await openFor(work, personId)
  const sealed = await work.db
    .selectFrom('people.sealed_field')
    .selectAll()
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('field', '=', 'id_number')
    .executeTakeFirst()
  work.ledger.audit({ subject: personId, person: personId, purpose })
  return {
    idNumber: sealed ? keys.open({ keyId: sealed.key_id, cipher: sealed.cipher }, sealedPlace(work.region, personId, 'id_number')) : null,
    mobile: person.mobile,
  }
}

const identityColumns = async (work: Work, keys: KeyRing, personId: string, idType: string, raw: string) => {
  const read = readIdNumber(idType as IdType, raw)
  if (!read.ok) throw wrong('idNumber', read.suggestion?.zh ?? '证件号码不对，请对照证件再看一遍')
  await openFor(work, personId)
  const sealed = keys.seal(read.number, sealedPlace(work.region, personId, 'id_number'))
  await work.tx
    .insertInto('people.sealed_field')
    .values({ region: work.region, person_id: personId, field: 'id_number', key_id: sealed.keyId, cipher: sealed.cipher })
    .onConflict((c) => c.columns(['region', 'person_id', 'field']).doUpdateSet({ key_id: sealed.keyId, cipher: sealed.cipher }))
    .execute()
  return {
    id_type: idType,
    id_hash: identityHash(keys, idType, read.number),
    id_last4: read.number.slice(-4),
    ...(read.birthOn ? { birth_on: read.birthOn } : {}),
    ...(read.sex ? { sex: read.sex } : {}),
  }
}

const nameColumns = (raw: string) => {
  const read = readPersonName(raw)
  if (!read.ok) throw wrong('name', read.suggestion.zh)
  return { name: read.name, pinyin: searchKeyOf(read.name) }
}

const mobileColumn = (raw: string | null) => {
  if (raw === null) return { mobile: null }
  const read = readPhone(raw)
  if (!read.ok) throw wrong('mobile', read.suggestion.zh)
  return { mobile: read.number }
}

/** Corrects what is written about a person. The act names the fields that changed, not their contents. */
export const correct = async (work: Work, keys: KeyRing, personId: string, given: Given) => {
  const before = await personWithin(work, personId, 'people.edit')
  if (before.version !== given.version) throw refuse('record.changed')
  const columns = {
    ...(given.name !== undefined ? nameColumns(given.name) : {}),
    ...(given.mobile !== undefined ? mobileColumn(given.mobile) : {}),
    ...(given.idNumber !== undefined ? await identityColumns(work, keys, personId, before.id_type ?? 'resident_id', given.idNumber) : {}),
    ...(given.ethnicity !== undefined ? { ethnicity: given.ethnicity } : {}),
    ...(given.education !== undefined ? { education: given.education } : {}),
    ...(given.householdType !== undefined ? { household_type: given.householdType } : {}),
    ...(given.isMigrant !== undefined ? { is_migrant: given.isMigrant } : {}),
    ...(given.residenceTown !== undefined ? { residence_town: given.residenceTown } : {}),
    ...(given.skillLevel !== undefined ? { skill_level: given.skillLevel } : {}),
    ...(given.title !== undefined ? { title: given.title } : {}),
  }
  const done = await work.tx
    .updateTable('people.person')
    .set({ ...columns, version: given.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', personId)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
  work.ledger.act({ kind: 'person.corrected', subject: personId, person: personId, data: { fields: Object.keys(columns) } })
}
