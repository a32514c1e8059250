import type { MyPerson, correctMyData } from '@gongyou/contract/people/routes.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { sealedPlace } from './identity.ts'

/** Opens the sealed fields of one person for the rest of this transaction; row security lets no other person's through. */
const unseal = (look: Look, personId: string) => sql`select kit.set_unsealed(${personId})`.execute(look.raw)

const sealedFieldsOf = async (look: Look, personId: string) => {
  await unseal(look, personId)
  return (
    await look.db
      .selectFrom('people.sealed_field')
      .select('field')
      .where('region', '=', look.region)
      .where('person_id', '=', personId)
      .orderBy('field')
      .execute()
  ).map((s) => s.field)
}

/** The person who asks, as the registry has it. */
export const myPersonOf = async (look: Look, personId: string): Promise<MyPerson> => {
  const p = await look.db.selectFrom('people.person').selectAll().where('region', '=', look.region).where('id', '=', personId).executeTakeFirst()
  if (!p) throw refuse('record.not-found')
  return {
    id: p.id,
    name: p.name,
    idType: p.id_type,
    idMasked: p.id_last4 ? `**************${p.id_last4}` : null,
    sex: p.sex,
    birthOn: p.birth_on,
    mobile: p.mobile,
    education: p.education,
    ethnicity: p.ethnicity,
    householdType: p.household_type,
    isMigrant: p.is_migrant,
    residenceTown: p.residence_town,
    skillLevel: p.skill_level,
    title: p.title,
    sealed: await sealedFieldsOf(look, personId),
    registeredAt: p.created_at.toISOString(),
    changedAt: p.changed_at.toISOString(),
    version: p.version,
  }
}

/** The whole ID number, to its holder, with a line in the trail. */
export const myIdNumber = async (work: Work, keys: KeyRing, personId: string, purpose: string) => {
  await unseal(work, personId)
  const row = await work.tx
    .selectFrom('people.sealed_field')
    .select(['key_id', 'cipher'])
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('field', '=', 'id_number')
    .executeTakeFirst()
  work.ledger.audit({ subject: personId, person: personId, purpose })
  return row ? keys.open({ keyId: row.key_id, cipher: row.cipher }, sealedPlace(work.region, personId, 'id_number')) : null
}

type Correction = z.output<(typeof correctMyData)['body']>
const columns = {
  education: 'education',
  ethnicity: 'ethnicity',
  householdType: 'household_type',
  isMigrant: 'is_migrant',
  residenceTown: 'residence_town',
  skillLevel: 'skill_level',
  title: 'title',
} as const

/** What the person says about himself stands at once; the act names the fields, never their content. */
export const correct = async (work: Work, personId: string, { version, ...given }: Correction) => {
  const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter((f) => given[f] !== undefined)
  if (fields.length === 0) return
  const change = Object.fromEntries(fields.map((f) => [columns[f], given[f]]))
  const done = await work.tx
    .updateTable('people.person')
    .set({ ...change, changed_at: work.at, version: version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
  work.ledger.act({ kind: 'person.corrected', subject: personId, person: personId, data: { fields } })
}
