import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import type { Database, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { foundFederation, givePost } from '../organisations/index.ts'
import { register } from '../people/index.ts'
import { makeCode, spendCode } from './one-time-code.ts'
import { checkNewPassword, hashPassword } from './passwords.ts'

const hasStaff = async (work: Work) =>
  (await work.tx
    .selectFrom('accounts.account')
    .select('id')
    .where('region', '=', work.region)
    .where('staff', '=', true)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** A one-time code for a real installation that has no staff yet; null where it has. Printed in the terminal, nowhere else. */
export const offerFirstAdministrator = (db: Database, region: number) =>
  db.write({ region, by: system, operation: 'offerFirstAdministrator', request: newId() }, async (work) =>
    (await hasStaff(work)) ? null : (await makeCode(work, 'first-administrator', null, { hours: 24 })).code,
  )

/** The person at the terminal becomes the administrator, once. Undefined where the code does not fit or somebody was quicker. */
export const becomeFirst = async (work: Work, keys: KeyRing, given: { code: string; name: string; login: string; password: string }) => {
  await sql`select pg_advisory_xact_lock(${work.region}, 1)`.execute(work.tx)
  await checkNewPassword(given.password, { login: given.login, password_hash: null })
  if ((await hasStaff(work)) || !(await spendCode(work, 'first-administrator', null, given.code))) return undefined
  const org = await foundFederation(work)
  const person = await register(work, keys, { name: given.name, idType: 'resident_id', idNumber: null, sex: 9, birthOn: null, mobile: null })
  const id = newId()
  await work.tx
    .insertInto('accounts.account')
    .values({
      region: work.region,
      id,
      person_id: person,
      login: given.login,
      password_hash: await hashPassword(given.password),
      staff: true,
      created_at: work.at,
      changed_at: work.at,
    })
    .execute()
  await givePost(work, { org, person, post: 'administrator', from: work.today, to: null, fullTime: true })
  work.ledger.audit({ subject: id, person })
  return { id, person_id: person }
}
