import { Secret, TOTP } from 'otpauth'
import { later } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { countFailure, forgetFailures } from './tries.ts'

const seconds = 30
const minutes = 5
const triesPerStep = 5

export const totpPlace = (region: number, accountId: string) => `${region}/${accountId}/totp`

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: '工友', label, algorithm: 'SHA1', digits: 6, period: seconds, secret: Secret.fromBase32(secret) })

/** The 30-second step a code belongs to (this one, the last or the next: phones' clocks stray), or null. */
const stepOf = (secret: string, code: string, at: Date) => {
  const delta = /^\d{6}$/.test(code) ? totpOf(secret, '').validate({ token: code, timestamp: at.getTime(), window: 1 }) : null
  return delta === null ? null : Math.floor(at.getTime() / 1000 / seconds) + delta
}

/** Which second factors an account has. */
export const factorsOf = async (look: Look, accountId: string): Promise<('totp' | 'passkey')[]> => {
  const row = await look.db
    .selectFrom('accounts.account as a')
    .where('a.region', '=', look.region)
    .where('a.id', '=', accountId)
    .select((e) => [
      'a.totp_cipher',
      e
        .exists(e.selectFrom('accounts.passkey as k').select('k.id').whereRef('k.region', '=', 'a.region').whereRef('k.account_id', '=', 'a.id'))
        .as('passkey'),
    ])
    .executeTakeFirst()
  return [...(row?.totp_cipher ? ['totp' as const] : []), ...(row?.passkey ? ['passkey' as const] : [])]
}

/** Proposes a secret; it counts only when a first code of it came back. */
export const startTotp = async (work: Work, keys: KeyRing, account: { id: string; login: string | null }) => {
  const secret = new Secret({ size: 20 }).base32
  const challenge = newId()
  const sealed = keys.seal(secret, totpPlace(work.region, account.id))
  await work.tx
    .insertInto('accounts.challenge')
    .values({
      region: work.region,
      id: challenge,
      kind: 'totp-set-up',
      account_id: account.id,
      cipher: sealed.cipher,
      key_id: sealed.keyId,
      created_at: work.at,
      expires_at: later(work.at, { minutes: 15 }),
    })
    .execute()
  return { challenge, secret, uri: totpOf(secret, account.login ?? account.id).toString() }
}

/** An open step of this kind, locked; undefined where it is spent, over or somebody else's. */
export const openStep = async (work: Work, id: string, kind: string, accountId?: string) => {
  const row = await work.tx
    .selectFrom('accounts.challenge')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.used_at || row.expires_at <= work.at || row.tries >= triesPerStep || (accountId && row.account_id !== accountId)) return undefined
  return row
}
const touchStep = (work: Work, id: string, change: { used_at: Date } | { tries: number }) =>
  work.tx.updateTable('accounts.challenge').set(change).where('region', '=', work.region).where('id', '=', id).execute()

export const spendStep = (work: Work, id: string) => touchStep(work, id, { used_at: work.at })

/** The first code proves that the phone has the secret; from then on sign-in asks for it. Answers, for a wrong try counts. */
export const confirmTotp = async (work: Work, keys: KeyRing, accountId: string, challenge: string, code: string) => {
  const row = await openStep(work, challenge, 'totp-set-up', accountId)
  if (!row) return refuse('accounts.step-spent')
  const step = stepOf(keys.open({ keyId: row.key_id!, cipher: row.cipher! }, totpPlace(work.region, accountId)), code, work.at)
  if (step === null) {
    await touchStep(work, challenge, { tries: row.tries + 1 })
    return refuse('accounts.second-factor-wrong')
  }
  await spendStep(work, challenge)
  await work.tx
    .updateTable('accounts.account')
    .set({ totp_cipher: row.cipher, totp_key_id: row.key_id, totp_last_step: step, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', accountId)
    .execute()
  work.ledger.audit({ subject: accountId, person: work.by.personId })
  return undefined
}

export const removeTotp = (work: Work, accountId: string) =>
  work.tx
    .updateTable('accounts.account')
    .set({ totp_cipher: null, totp_key_id: null, totp_last_step: null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', accountId)
    .execute()

/** Opens the step between the password and the session. */
export const askSecondFactor = async (work: Work, accountId: string) => {
  const id = newId()
  await work.tx
    .insertInto('accounts.challenge')
    .values({ region: work.region, id, kind: 'second-factor', account_id: accountId, created_at: work.at, expires_at: later(work.at, { minutes }) })
    .execute()
  return id
}

/** Tries a one-time code on an open step. A step of time already used is refused: a code read over a shoulder is worth nothing. */
export const tryTotp = async (work: Work, keys: KeyRing, challenge: string, code: string) => {
  const row = await openStep(work, challenge, 'second-factor')
  const account =
    row &&
    (await work.tx
      .selectFrom('accounts.account')
      .selectAll()
      .where('region', '=', work.region)
      .where('id', '=', row.account_id!)
      .where('disabled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst())
  if (!row || !account?.totp_cipher) return { refusal: refuse('accounts.step-spent') }
  if (account.locked_until && account.locked_until > work.at) return { refusal: refuse('accounts.locked') }
  const step = stepOf(keys.open({ keyId: account.totp_key_id!, cipher: account.totp_cipher }, totpPlace(work.region, account.id)), code, work.at)
  if (step === null || step <= (account.totp_last_step ?? 0)) {
    await touchStep(work, challenge, { tries: row.tries + 1 })
    work.ledger.audit({ action: 'signIn.failed', subject: account.id, person: account.person_id })
    return { refusal: refuse((await countFailure(work, account)) ? 'accounts.locked' : 'accounts.second-factor-wrong') }
  }
  await spendStep(work, challenge)
  await work.tx.updateTable('accounts.account').set({ totp_last_step: step }).where('region', '=', work.region).where('id', '=', account.id).execute()
  await forgetFailures(work, account.id)
  return { account }
}
