import { later } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'

/** Settings: five wrong tries, of the password or of the second factor, lock an account for 15 minutes. */
const rules = { tries: 5, minutes: 15 } as const

/** Counts a wrong try; true when it was the last one allowed. */
export const countFailure = async (work: Work, account: { id: string; failed_tries: number }) => {
  const failed = account.failed_tries + 1
  const locked = failed >= rules.tries
  await work.tx
    .updateTable('accounts.account')
    .set({ failed_tries: locked ? 0 : failed, locked_until: locked ? later(work.at, { minutes: rules.minutes }) : null })
    .where('region', '=', work.region)
    .where('id', '=', account.id)
    .execute()
  return locked
}

export const forgetFailures = (work: Work, accountId: string) =>
  work.tx
    .updateTable('accounts.account')
    .set({ failed_tries: 0, locked_until: null })
    .where('region', '=', work.region)
    .where('id', '=', accountId)
    .where((e) => e.or([e('failed_tries', '>', 0), e('locked_until', 'is not', null)]))
    .execute()
