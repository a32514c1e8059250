import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { hashToken, newToken } from './tokens.ts'

/** Staff sign in for a working day, workers for a season (settings by kind of person). */
const lasts = { staff: { hours: 12 }, worker: { days: 180 } } as const

/** Opens a session and returns its bearer token, which is shown to the browser once and stored nowhere. */
export const openSession = async (work: Work, account: { id: string; staff: boolean }, label: string) => {
  const token = newToken(work.region)
  const expires = later(work.at, account.staff ? lasts.staff : lasts.worker)
  await work.tx.insertInto('accounts.session').values({
    region: work.region, token_hash: hashToken(token), id: newId(), account_id: account.id, kind: 'browser', label: label.slice(0, 120),
    rights: null, created_at: work.at, seen_at: work.at, expires_at: expires,
  }).execute()
  return { token, expires }
}

export const endSession = (work: Work, sessionId: string) =>
  work.tx.updateTable('accounts.session').set({ ended_at: work.at }).where('region', '=', work.region).where('id', '=', sessionId).where('ended_at', 'is', null).executeTakeFirst()
