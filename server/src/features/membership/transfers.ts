import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { tell } from '../notices/index.ts'
import { type Reach, reachOf } from '../organisations/index.ts'
import { sql } from 'kysely'
import { holdingOrg, lockMembership, moveMember } from './standing.ts'

const holds = (reach: Reach, orgId: string) => reach === 'all' || reach.includes(orgId)

/** Asks for a transfer; either end may ask. Whoever asks has thereby agreed for an end that is his. */
export const askTransfer = async (work: Work, given: { personId: string; toOrgId: string; because: string }) => {
  const m = await lockMembership(work, given.personId)
  const reach = await reachOf(work, 'membership.decide')
  const [from, to] = [holds(reach, m.org_id), holds(reach, given.toOrgId)]
  if (!from && !to) throw refuse('record.not-found')
  if (m.status !== 'active' && m.status !== 'retained') throw refuse('membership.not-a-member')
  await holdingOrg(work, given.toOrgId)
  if (m.org_id === given.toOrgId) throw refuse('membership.same-union')
  const id = newId()
  await work.tx
    .insertInto('membership.transfer')
    .values({
      region: work.region,
      id,
      person_id: given.personId,
      from_org_id: m.org_id,
      to_org_id: given.toOrgId,
      status: from ? 'released' : 'asked',
      asked_by: work.by.personId,
      because: given.because,
      asked_at: work.at,
      ...(from ? { released_at: work.at, released_by: work.by.personId } : {}),
    })
    .execute()
  await work.tx
    .updateTable('membership.membership')
    .set({ status: 'transferring', version: m.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', given.personId)
    .execute()
  work.ledger.act({ kind: 'membership.transfer-asked', subject: id, org: m.org_id, person: given.personId, data: { to: given.toOrgId } })
  return { id }
}

const openTransfer = async (work: Work, id: string, version: number) => {
  const t = await work.tx
    .selectFrom('membership.transfer')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const reach = await reachOf(work, 'membership.decide')
  if (!t || (!holds(reach, t.from_org_id) && !holds(reach, t.to_org_id))) throw refuse('record.not-found')
  if (t.status !== 'asked' && t.status !== 'released') throw refuse('membership.already-decided')
  if (t.version !== version) throw refuse('record.changed')
  return { t, from: holds(reach, t.from_org_id), to: holds(reach, t.to_org_id) }
}
const set = (work: Work, id: string, version: number, change: object) =>
  work.tx
    .updateTable('membership.transfer')
    .set({ ...change, version: version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()

/** The union that loses the member agrees. */
export const release = async (work: Work, id: string, version: number) => {
  const { t, from } = await openTransfer(work, id, version)
  if (!from) throw refuse('membership.not-your-end')
  if (t.status !== 'asked') throw refuse('membership.already-decided')
  await set(work, id, version, { status: 'released', released_at: work.at, released_by: work.by.personId })
  work.ledger.act({ kind: 'membership.transfer-released', subject: id, org: t.from_org_id, person: t.person_id })
}

/** The union that gains the member agrees; only now the membership moves. */
export const receive = async (work: Work, id: string, version: number) => {
  const { t, to } = await openTransfer(work, id, version)
  if (!to) throw refuse('membership.not-your-end')
  if (t.status !== 'released') throw refuse('membership.no-such-change', { says: '转出工会还没有同意，暂不能接收' })
  await set(work, id, version, { status: 'received', received_at: work.at, received_by: work.by.personId })
  await moveMember(work, await lockMembership(work, t.person_id), t.to_org_id, work.today, t.because)
  await tell(work, t.person_id, {
    kind: 'membership.transferred',
    title: { zh: '会籍已接转', en: 'Your membership has moved' },
    body: { zh: '您的会籍已接转完成，会员卡继续有效。', en: 'Your membership has moved; your card stays valid.' },
    link: '/m/card',
  })
}

export const refuseTransfer = async (work: Work, id: string, version: number, reason: string) => {
  const { t } = await openTransfer(work, id, version)
  await set(work, id, version, { status: 'refused', reason })
  await work.tx
    .updateTable('membership.membership')
    .set((e) => ({ status: 'active', version: e('version', '+', 1), changed_at: work.at }))
    .where('region', '=', work.region)
    .where('person_id', '=', t.person_id)
    .where('status', '=', 'transferring')
    .execute()
  work.ledger.act({ kind: 'membership.transfer-refused', subject: id, org: t.to_org_id, person: t.person_id, data: { reason } })
}

/** Transfers that touch the caller's part of the tree, newest first. */
export const transfersOf = async (look: Look, wanted: { status?: string | undefined; after?: string | undefined; limit: number }) => {
  const reach = await reachOf(look, 'membership.read')
  const mine = await reachOf(look, 'membership.decide')
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('membership.transfer as t')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 't.region').onRef('p.id', '=', 't.person_id'))
    .innerJoin('organisations.org as f', (j) => j.onRef('f.region', '=', 't.region').onRef('f.id', '=', 't.from_org_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 't.region').onRef('o.id', '=', 't.to_org_id'))
    .selectAll('t')
    .select(['p.name', 'f.name as from_name', 'o.name as to_name'])
    .where('t.region', '=', look.region)
    .where(
      reach === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`(t.from_org_id = any(${reach as string[]}::uuid[]) or t.to_org_id = any(${reach as string[]}::uuid[]))`,
    )
    .$if(wanted.status !== undefined, (q) => q.where('t.status', '=', wanted.status!))
    .$if(Boolean(at && id), (q) => q.where((e) => e(e.refTuple('t.asked_at', 't.id'), '<', e.tuple(new Date(at!), id!))))
    .orderBy('t.asked_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page.map((t) => ({
      id: t.id,
      person: { id: t.person_id, name: t.name },
      from: { id: t.from_org_id, name: t.from_name },
      to: { id: t.to_org_id, name: t.to_name },
      status: t.status as 'asked',
      because: t.because,
      reason: t.reason,
      askedAt: t.asked_at.toISOString(),
      mayRelease: t.status === 'asked' && holds(mine, t.from_org_id),
      mayReceive: t.status === 'released' && holds(mine, t.to_org_id),
      version: t.version,
    })),
    next: rows.length > page.length && last ? `${last.asked_at.toISOString()}|${last.id}` : null,
  }
}

/** The names of all standing unions that hold members: public knowledge within the district, so that a transfer can leave one's own part. */
export const receivingUnionsOf = async (look: Look) => ({
  rows: await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'kind'])
    .where('region', '=', look.region)
    .where('dissolved_on', 'is', null)
    .where('kind', 'in', [...memberHoldingKinds])
    .orderBy('name')
    .execute(),
})
