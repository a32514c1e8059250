import type { Work } from '../../kit/db/database.ts'
import { makeCode, spendCode, voidCodes } from './one-time-code.ts'
import { checkNewPassword, setPassword } from './passwords.ts'
import { factorsOf } from './second-factor.ts'
import { endSessions } from './sessions.ts'

/** A code instead of a default password: whoever gets it chooses a password of his own. Three days. */
export const giveSignInCode = async (work: Work, accountId: string) => {
  await voidCodes(work, 'first-password', accountId)
  return makeCode(work, 'first-password', accountId, { hours: 72 })
}

/** Spends the code and sets the password; undefined where login and code do not belong together. */
export const setFirstPassword = async (work: Work, given: { login: string; code: string; password: string }) => {
  const account = await work.tx
    .selectFrom('accounts.account')
    .selectAll()
    .where('region', '=', work.region)
    .where('login', '=', given.login)
    .where('staff', '=', true)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  // The password is judged first: a weak one must not cost the code.
  await checkNewPassword(given.password, account ?? { login: given.login, password_hash: null })
  if (!account || !(await spendCode(work, 'first-password', account.id, given.code))) return undefined
  await setPassword(work, account.id, given.password)
  await endSessions(work, account.id, null)
  work.ledger.audit({ subject: account.id, person: account.person_id })
  return { id: account.id, person_id: account.person_id, factors: await factorsOf(work, account.id) }
}
