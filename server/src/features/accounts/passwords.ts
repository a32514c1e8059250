import { hash, verify } from '@node-rs/argon2'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { factorsOf } from './second-factor.ts'
import { countFailure, forgetFailures } from './tries.ts'

/** argon2id with the memory and passes of OWASP's first recommendation (19 MiB, 2 passes): 6 ms here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string) => hash(password, cost)

const shortest = 10

// Compared against when no such account exists, so that the answer takes as long.
let decoy: Promise<string> | undefined

type Trial =
  { ok: true; account: { id: string; staff: boolean; person_id: string; factors: ('totp' | 'passkey')[] } } | { ok: false; locked: boolean }

/** Tries a password; a wrong try is counted, so this answers instead of throwing. */
export const tryPassword = async (work: Work, login: string, password: string): Promise<Trial> => {
  const row = await work.tx
    .selectFrom('accounts.account')
    .selectAll()
    .where('region', '=', work.region)
    .where('login', '=', login)
    .where('staff', '=', true)
    .forUpdate()
    .executeTakeFirst()
  decoy ??= hashPassword('nobody')
  const right = await verify(row?.password_hash ?? (await decoy), password)
  if (!row || row.disabled_at || !row.password_hash) return { ok: false, locked: false }
  if (row.locked_until && row.locked_until > work.at) return { ok: false, locked: true }
  if (!right) {
    work.ledger.audit({ action: 'signIn.failed', subject: row.id, person: row.person_id })
    return { ok: false, locked: await countFailure(work, row) }
  }
  const factors = await factorsOf(work, row.id)
  // With a second factor only that one clears the count: else a stolen password buys endless guesses of the code.
  if (factors.length === 0) await forgetFailures(work, row.id)
  return { ok: true, account: { id: row.id, staff: row.staff, person_id: row.person_id, factors } }
}

/** Asks for the password once more before a change to how somebody signs in. Answers, for a wrong try counts. */
export const proveOwner = async (work: Work, password: string) => {
  const row = await work.tx
    .selectFrom('accounts.account')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', work.by.accountId!)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.locked_until && row.locked_until > work.at) return { refusal: refuse('accounts.locked') }
  if (row.password_hash && (await verify(row.password_hash, password))) return { account: row }
  work.ledger.audit({ action: 'signIn.failed', subject: row.id, person: row.person_id })
  return { refusal: refuse((await countFailure(work, row)) ? 'accounts.locked' : 'accounts.password-wrong') }
}

/** Refuses a password that is short, holds the login, or is the old one. */
export const checkNewPassword = async (password: string, account: { login: string | null; password_hash: string | null }) => {
  const holdsLogin = account.login !== null && account.login.length > 3 && password.toLowerCase().includes(account.login)
  const same = account.password_hash !== null && (await verify(account.password_hash, password))
  if ([...password].length < shortest || password.toLowerCase() === account.login || holdsLogin || same)
    throw refuse('accounts.password-weak', { fields: [{ path: 'password', message: `至少 ${shortest} 个字符` }] })
}

export const setPassword = async (work: Work, accountId: string, password: string) =>
  work.tx
    .updateTable('accounts.account')
    .set({ password_hash: await hashPassword(password), failed_tries: 0, locked_until: null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', accountId)
    .execute()
