import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { identityHash, sealedPlace } from './identity.ts'
import { searchKeyOf } from './pinyin.ts'

export type NewPerson = {
  name: string
  idType: string
  idNumber: string | null
  sex: number
  birthOn: string | null
  mobile: string | null
  residenceTown?: number | null
}

export const findByIdentity = (work: Work, keys: KeyRing, idType: string, idNumber: string) =>
  work.db
    .selectFrom('people.person')
    .selectAll()
    .where('region', '=', work.region)
    .where('id_hash', '=', identityHash(keys, idType, idNumber))
    .where('merged_into', 'is', null)
    .executeTakeFirst()

/** Enters a human being into the registry. Fails on `person_identity_unique` where the number is known already. */
export const register = async (work: Work, keys: KeyRing, p: NewPerson) => {
  const id = newId()
  await work.tx
    .insertInto('people.person')
    .values({
      region: work.region,
      id,
      name: p.name,
      pinyin: searchKeyOf(p.name),
      id_type: p.idType,
      id_last4: p.idNumber?.slice(-4) ?? null,
      id_hash: p.idNumber ? identityHash(keys, p.idType, p.idNumber) : null,
      sex: p.sex,
      birth_on: p.birthOn,
      mobile: p.mobile,
      residence_town: p.residenceTown ?? null,
      created_at: work.at,
      changed_at: work.at,
    })
    .execute()
  if (p.idNumber) {
    const sealed = keys.seal(p.idNumber, sealedPlace(work.region, id, 'id_number'))
    await work.tx
      .insertInto('people.sealed_field')
      .values({ region: work.region, person_id: id, field: 'id_number', key_id: sealed.keyId, cipher: sealed.cipher })
      .execute()
  }
  work.ledger.act({ kind: 'person.registered', subject: id, person: id })
  return id
}

export const agree = (work: Work, personId: string, purpose: string, wording: string, channel: string) =>
  work.tx
    .insertInto('people.consent')
    .values({ region: work.region, id: newId(), person_id: personId, purpose, wording_version: wording, channel, given_at: work.at })
    .onConflict((c) => c.columns(['region', 'person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
    .execute()
