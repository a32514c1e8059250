import { hash, verify } from '@node-rs/argon2'
import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'

/** argon2id with the memory and passes of OWASP's first recommendation (19 MiB, 2 passes): 6 ms here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string) => hash(password, cost)

/** Settings: five wrong tries lock an account for 15 minutes. */
const rules = { tries: 5, minutes: 15 } as const

// Compared against when no such account exists, so that the answer takes as long.
let decoy: Promise<string> | undefined

export type PasswordTrial = { ok: true; account: { id: string; staff: boolean; person_id: string; totp: boolean } } | { ok: false; locked: boolean }

/** Tries a password; a wrong try is counted, so this answers instead of throwing. */
export const tryPassword = async (work: Work, login: string, password: string): Promise<PasswordTrial> => {
  const row = await work.tx.selectFrom('accounts.account').selectAll().where('region', '=', work.region).where('login', '=', login).where('staff', '=', true).forUpdate().executeTakeFirst()
  decoy ??= hashPassword('nobody')
  const right = await verify(row?.password_hash ?? (await decoy), password)
  if (!row || row.disabled_at || !row.password_hash) return { ok: false, locked: false }
  if (row.locked_until && row.locked_until > work.at) return { ok: false, locked: true }
  const failed = right ? 0 : row.failed_tries + 1
  const locked = failed >= rules.tries
  await work.tx.updateTable('accounts.account').set({ failed_tries: locked ? 0 : failed, locked_until: locked ? later(work.at, { minutes: rules.minutes }) : null })
    .where('region', '=', work.region).where('id', '=', row.id).execute()
  if (!right) work.ledger.audit({ action: 'signIn.failed', subject: row.id, person: row.person_id })
  return right ? { ok: true, account: { id: row.id, staff: row.staff, person_id: row.person_id, totp: row.totp_cipher !== null } } : { ok: false, locked }
}
