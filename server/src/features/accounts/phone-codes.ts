import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { readPhone } from '@gongyou/contract/kit/phone.ts'
import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'

/** Settings: a code lives ten minutes, five wrong tries spend it, one a minute and ten a day to one phone. */
export const codeRules = { minutes: 10, tries: 5, secondsBetween: 60, perDay: 10 } as const

const hashCode = (challenge: string, code: string) => createHash('sha256').update(`${challenge}:${code}`).digest()

export const mobileOf = (raw: string) => {
  const read = readPhone(raw)
  if (!read.ok) throw refuse('accounts.mobile-invalid', { fields: [{ path: 'mobile', message: '手机号应为 11 位，以 1 开头' }] })
  return read.number
}

/** Makes a six-digit code for a phone and hands it to `send` inside the same transaction. */
export const sendCode = async (work: Work, raw: string, send: (mobile: string, code: string) => Promise<unknown>) => {
  const mobile = mobileOf(raw)
  const recent = await work.db
    .selectFrom('accounts.challenge')
    .select('created_at')
    .where('region', '=', work.region)
    .where('mobile', '=', mobile)
    .where('created_at', '>', later(work.at, { days: -1 }))
    .orderBy('created_at', 'desc')
    .execute()
  const last = recent[0]?.created_at.getTime() ?? 0
  if (recent.length >= codeRules.perDay || work.at.getTime() - last < codeRules.secondsBetween * 1000) throw refuse('accounts.code-too-often')
  const id = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await work.tx
    .insertInto('accounts.challenge')
    .values({
      region: work.region,
      id,
      kind: 'phone',
      mobile,
      secret_hash: hashCode(id, code),
      created_at: work.at,
      expires_at: later(work.at, { minutes: codeRules.minutes }),
    })
    .execute()
  await send(mobile, code)
  return { challenge: id, minutes: codeRules.minutes }
}

export type CodeTrial = { ok: true; mobile: string } | { ok: false; spent: boolean }

/**
 * Tries a code. A wrong try must be counted although the request is refused, so this runs in a transaction of its
 * own and answers instead of throwing. The row lock makes twenty simultaneous tries twenty tries.
 */
export const tryCode = async (work: Work, challenge: string, code: string, spend: boolean): Promise<CodeTrial> => {
  const row = await work.tx
    .selectFrom('accounts.challenge')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', challenge)
    .where('kind', '=', 'phone')
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.used_at || row.expires_at <= work.at || row.tries >= codeRules.tries) return { ok: false, spent: true }
  const right = timingSafeEqual(row.secret_hash!, hashCode(challenge, code))
  const change = right ? (spend ? { used_at: work.at } : {}) : { tries: row.tries + 1 }
  if (Object.keys(change).length > 0)
    await work.tx.updateTable('accounts.challenge').set(change).where('region', '=', work.region).where('id', '=', challenge).execute()
  return right ? { ok: true, mobile: row.mobile! } : { ok: false, spent: row.tries + 1 >= codeRules.tries }
}

export const codeRefusal = (trial: Extract<CodeTrial, { ok: false }>) => refuse(trial.spent ? 'accounts.code-spent' : 'accounts.wrong-code')
