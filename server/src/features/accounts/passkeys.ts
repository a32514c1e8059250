import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { WebauthnReply } from '@gongyou/contract/accounts/shapes.ts'
import type { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import type { Setup } from '../../kit/http/building.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { openStep, spendStep } from './second-factor.ts'
import { forgetFailures } from './tries.ts'

type Reply = z.output<typeof WebauthnReply>
type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'

// A passkey belongs to one host name; behind another address it does not exist.
const siteOf = (setup: Setup) => ({ origin: new URL(setup.publicUrl).origin, host: new URL(setup.publicUrl).hostname })
const transportsOf = (stored: string) => stored.split(',').filter(Boolean) as Transport[]

export const passkeysOf = (look: Look, accountId: string) =>
  look.db
    .selectFrom('accounts.passkey')
    .selectAll()
    .where('region', '=', look.region)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()

export const passkeyView = (k: { id: string; label: string; created_at: Date; used_at: Date | null }) => ({
  id: k.id,
  label: k.label,
  createdAt: k.created_at.toISOString(),
  usedAt: k.used_at?.toISOString() ?? null,
})

const openChallenge = async (work: Work, kind: 'passkey-register' | 'passkey-sign-in', wanted: string, accountId: string | null) => {
  const id = newId()
  await work.tx
    .insertInto('accounts.challenge')
    .values({ region: work.region, id, kind, wanted, account_id: accountId, created_at: work.at, expires_at: later(work.at, { minutes: 5 }) })
    .execute()
  return id
}

export const startPasskey = async (work: Work, setup: Setup, account: { id: string; login: string | null }) => {
  const known = await passkeysOf(work, account.id)
  const options = await generateRegistrationOptions({
    rpName: '工友',
    rpID: siteOf(setup).host,
    userID: new TextEncoder().encode(account.id),
    userName: account.login ?? account.id,
    userDisplayName: work.by.name,
    attestationType: 'none',
    excludeCredentials: known.map((k) => ({ id: k.id, transports: transportsOf(k.transports) })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return { challenge: await openChallenge(work, 'passkey-register', options.challenge, account.id), options: { ...options } }
}

export const addPasskey = async (work: Work, setup: Setup, given: { challenge: string; label: string; response: Reply }) => {
  const row = await openStep(work, given.challenge, 'passkey-register', work.by.accountId!)
  if (!row) throw refuse('accounts.step-spent')
  const { origin, host } = siteOf(setup)
  const checked = await verifyRegistrationResponse({
    response: given.response as never,
    expectedChallenge: row.wanted!,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!checked?.verified) throw refuse('accounts.passkey-refused')
  const { credential } = checked.registrationInfo
  const made = { id: credential.id, label: given.label, created_at: work.at, used_at: null }
  await work.tx
    .insertInto('accounts.passkey')
    .values({
      ...made,
      region: work.region,
      account_id: work.by.accountId!,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(','),
    })
    .execute()
  await spendStep(work, given.challenge)
  work.ledger.audit({ subject: work.by.accountId, person: work.by.personId })
  return passkeyView(made)
}

/** With an account: one of its own keys. Without: any key, but it must verify its user. */
export const startPasskeySignIn = async (work: Work, setup: Setup, accountId: string | null) => {
  const known = accountId ? await passkeysOf(work, accountId) : []
  const options = await generateAuthenticationOptions({
    rpID: siteOf(setup).host,
    userVerification: accountId ? 'preferred' : 'required',
    allowCredentials: known.map((k) => ({ id: k.id, transports: transportsOf(k.transports) })),
  })
  return { challenge: await openChallenge(work, 'passkey-sign-in', options.challenge, accountId), options: { ...options } }
}

export const signInByPasskey = async (work: Work, setup: Setup, given: { challenge: string; response: Reply }) => {
  const row = await openStep(work, given.challenge, 'passkey-sign-in')
  if (!row) throw refuse('accounts.step-spent')
  const key = await work.tx
    .selectFrom('accounts.passkey as k')
    .innerJoin('accounts.account as a', (j) => j.onRef('a.region', '=', 'k.region').onRef('a.id', '=', 'k.account_id'))
    .select(['k.id', 'k.public_key', 'k.counter', 'k.transports', 'a.id as account_id', 'a.person_id', 'a.locked_until'])
    .where('k.region', '=', work.region)
    .where('k.id', '=', given.response.id)
    .where('a.disabled_at', 'is', null)
    .where('a.staff', '=', true)
    .forUpdate()
    .executeTakeFirst()
  if (!key || (row.account_id && row.account_id !== key.account_id)) throw refuse('accounts.passkey-refused')
  const { origin, host } = siteOf(setup)
  const checked = await verifyAuthenticationResponse({
    response: given.response as never,
    expectedChallenge: row.wanted!,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: row.account_id === null,
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: key.counter, transports: transportsOf(key.transports) },
  }).catch(() => undefined)
  if (!checked?.verified) throw refuse('accounts.passkey-refused')
  await spendStep(work, given.challenge)
  await work.tx
    .updateTable('accounts.passkey')
    .set({ counter: checked.authenticationInfo.newCounter, used_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', key.id)
    .execute()
  await forgetFailures(work, key.account_id)
  return { id: key.account_id, person_id: key.person_id }
}
