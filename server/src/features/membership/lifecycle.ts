import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { personWithin } from './reach.ts'
import { beginStay, endStay, figuresDataOf, lockMembership } from './standing.ts'

type Status = 'active' | 'retained' | 'left' | 'expelled' | 'deceased'

/** Which change of membership may follow which (工会会员会籍管理办法; retained members keep card and rights but do not vote). */
const mayBecome: Record<string, readonly Status[]> = {
  active: ['retained', 'left', 'expelled', 'deceased'],
  transferring: ['left', 'deceased'],
  retained: ['active', 'left', 'expelled', 'deceased'],
  left: ['active'],
  expelled: ['active'],
  deceased: [],
}
const actOf: Record<Status, string> = {
  active: 'membership.restored',
  retained: 'membership.retained',
  left: 'membership.left',
  expelled: 'membership.expelled',
  deceased: 'membership.deceased',
}
const off = new Set(['left', 'expelled', 'deceased'])

/** Changes where a member stands, from a day on and for a reason. */
export const changeStatus = async (work: Work, personId: string, change: { to: Status; on: string; because: string; version: number }) => {
  await personWithin(work, personId, 'membership.decide')
  const m = await lockMembership(work, personId)
  if (m.version !== change.version) throw refuse('record.changed')
  if (!mayBecome[m.status]?.includes(change.to)) throw refuse('membership.no-such-change')
  if (change.on > work.today) throw refuse('request.invalid', { fields: [{ path: 'on', message: '日期不能晚于今天' }] })
  if (off.has(change.to)) await endStay(work, personId, change.on)
  const back = change.to === 'active' && off.has(m.status)
  if (back) await beginStay(work, personId, m.org_id, change.on)
  await work.tx
    .updateTable('membership.membership')
    .set({ status: change.to, since: change.on, version: m.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .execute()
  if (change.to === 'deceased')
    await work.tx
      .updateTable('people.person')
      .set({ deceased_on: change.on, changed_at: work.at })
      .where('region', '=', work.region)
      .where('id', '=', personId)
      .execute()
  // Whoever left and comes back counts in the stock again, but has not joined anew.
  work.ledger.act({
    kind: back ? 'membership.moved-in' : actOf[change.to],
    subject: personId,
    org: m.org_id,
    person: personId,
    day: change.on,
    data: { ...(await figuresDataOf(work, m, m.org_id)), because: change.because },
  })
}
