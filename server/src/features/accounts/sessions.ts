import { later } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { hashToken, newToken } from './tokens.ts'

/** Staff sign in for a working day, workers for a season (settings by kind of person). */
const lasts = { staff: { hours: 12 }, worker: { days: 180 } } as const

type NewSession = { accountId: string; asStaff: boolean; kind: 'browser' | 'api'; label: string; rights: readonly string[] | null; expires: Date }

const keep = async (work: Work, s: NewSession) => {
  const token = newToken(work.region)
  const id = newId()
  await work.tx
    .insertInto('accounts.session')
    .values({
      region: work.region,
      token_hash: hashToken(token),
      id,
      account_id: s.accountId,
      kind: s.kind,
      label: s.label.slice(0, 120),
      as_staff: s.asStaff,
      rights: s.rights ? [...s.rights] : null,
      created_at: work.at,
      seen_at: work.at,
      expires_at: s.expires,
    })
    .execute()
  return { id, token, expires: s.expires }
}

/** Opens a session and returns its bearer token, which is shown to the browser once and stored nowhere. `staff` says which side it opens. */
export const openSession = (work: Work, account: { id: string; staff: boolean }, label: string) =>
  keep(work, {
    accountId: account.id,
    asStaff: account.staff,
    kind: 'browser',
    label,
    rights: null,
    expires: later(work.at, account.staff ? lasts.staff : lasts.worker),
  })

/** A token for a program. `rights` null: everything its owner may do. */
export const openApiToken = (
  work: Work,
  account: { id: string; staff: boolean },
  given: { name: string; rights: readonly string[] | null; days: number },
) =>
  keep(work, {
    accountId: account.id,
    asStaff: account.staff,
    kind: 'api',
    label: given.name,
    rights: given.rights,
    expires: later(work.at, { days: given.days }),
  })

export const endSession = (work: Work, sessionId: string) =>
  work.tx
    .updateTable('accounts.session')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Open sessions of one kind, newest first. */
export const sessionsOf = (look: Look, accountId: string, kind: 'browser' | 'api') =>
  look.db
    .selectFrom('accounts.session')
    .selectAll()
    .where('region', '=', look.region)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', look.at)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Ends one of somebody's own sessions; false where there is none such. */
export const endOwnSession = async (work: Work, accountId: string, sessionId: string, kind: 'browser' | 'api') => {
  const done = await work.tx
    .updateTable('accounts.session')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Ends every browser session of an account but one; tokens of programs stay unless `tokensToo`. */
export const endSessions = async (work: Work, accountId: string, but: string | null, tokensToo = false) => {
  const done = await work.tx
    .updateTable('accounts.session')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(!tokensToo, (q) => q.where('kind', '=', 'browser'))
    .$if(but !== null, (q) => q.where('id', '!=', but!))
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
