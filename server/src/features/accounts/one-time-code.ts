import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

// Without 0 O 1 I L, for it is read aloud and typed. Twelve signs of 31 are 59 bits.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const tries = 20

const tidy = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
const hashOf = (challenge: string, code: string) =>
  createHash('sha256')
    .update(`${challenge}:${tidy(code)}`)
    .digest()

type Kind = 'first-password' | 'first-administrator'

/** Makes a long one-time code, told once to the person who asked for it. */
export const makeCode = async (work: Work, kind: Kind, accountId: string | null, lasts: { hours: number }) => {
  const id = newId()
  const code = [0, 0, 0].map(() => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')
  const until = later(work.at, lasts)
  await work.tx
    .insertInto('accounts.challenge')
    .values({ region: work.region, id, kind, account_id: accountId, secret_hash: hashOf(id, code), created_at: work.at, expires_at: until })
    .execute()
  return { code, until }
}

/** Codes given before are void. */
export const voidCodes = (work: Work, kind: Kind, accountId: string | null) =>
  work.tx
    .updateTable('accounts.challenge')
    .set({ used_at: work.at })
    .where('region', '=', work.region)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .execute()

/** Spends a code that fits; counts the try where none does. Answers, so that the count is kept. */
export const spendCode = async (work: Work, kind: Kind, accountId: string | null, code: string) => {
  const open = await work.tx
    .selectFrom('accounts.challenge')
    .selectAll()
    .where('region', '=', work.region)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .where('expires_at', '>', work.at)
    .where('tries', '<', tries)
    .forUpdate()
    .execute()
  const right = open.find((c) => timingSafeEqual(c.secret_hash!, hashOf(c.id, code)))
  for (const c of open)
    await work.tx
      .updateTable('accounts.challenge')
      .set(right ? { used_at: work.at } : { tries: c.tries + 1 })
      .where('region', '=', work.region)
      .where('id', '=', c.id)
      .execute()
  return right !== undefined
}
