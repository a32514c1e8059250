import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { tellAll } from '../../notices/index.ts'
import { type OpenPool, openPools, standbyOf, unitOf } from './known.ts'
import { count, moveUp } from './seating.ts'
import { countedOf, writePools } from './write.ts'

export type SignUpRow = {
  id: string
  pool_id: string
  person_id: string
  state: string
  seats: number
  quota_org: string | null
  quota_sex: string | null
  org_id: string | null
}

/** Sign-ups by their ids, as they stand while their pools are locked. */
const rowsOf = (work: Work, ids: readonly string[]) =>
  work.tx
    .selectFrom('activities.sign_up')
    .select(['id', 'pool_id', 'person_id', 'state', 'seats', 'quota_org', 'quota_sex', 'org_id'])
    .where('region', '=', work.region)
    .where('id', '=', anyOf(ids))
    .execute()

export const titleOf = async (work: Work, activityId: string) =>
  (
    await work.tx
      .selectFrom('activities.activity')
      .select('title')
      .where('region', '=', work.region)
      .where('id', '=', activityId)
      .executeTakeFirstOrThrow()
  ).title

/** The address of an activity on the phone. */
export const linkTo = (activityId: string) => `/m/activities/${activityId}`

/** Gives free seats to those on standby, in order, and tells them; the pool's row is locked. */
export const fillUp = async (work: Work, pool: OpenPool) => {
  if (pool.places.standby === 0) return
  const up = moveUp(pool.places, await standbyOf(work, [pool.id]))
  if (up.length === 0) return
  const rows = await work.tx
    .updateTable('activities.sign_up')
    .set({ state: 'confirmed', confirmed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', anyOf(up.map((u) => u.id)))
    .returning(['id', 'person_id'])
    .execute()
  for (const r of rows)
    work.ledger.act({ kind: 'activity.moved-up', subject: r.id, org: pool.activity.org_id, person: r.person_id, data: countedOf(pool) })
  const title = await titleOf(work, pool.activity.id)
  await tellAll(
    work,
    rows.map((r) => r.person_id),
    {
      kind: 'activity.moved-up',
      title: t(`候补成功：${title}`, `You have a seat: ${title}`),
      body: t(
        '有人取消，名额已轮到您。不能参加请及时取消，让给后面的人。',
        'A seat has become free and is yours. If you cannot come, please cancel in time.',
      ),
      link: linkTo(pool.activity.id),
    },
  )
}

/** Ends sign-ups and fills the seats again, in the same transaction. */
export const endSignUps = async (
  work: Work,
  ids: readonly string[],
  how: { because: string; tell?: (title: string) => { title: Text; body: Text }; refill: boolean },
) => {
  const before = await rowsOf(work, ids)
  const pools = await openPools(work, [...new Set(before.map((r) => r.pool_id))])
  // Read again under the lock: another request may have ended or moved one up meanwhile.
  const rows = (await rowsOf(work, ids)).filter((r) => r.state !== 'cancelled')
  for (const r of rows) {
    const pool = pools.get(r.pool_id)!
    if (r.state === 'confirmed') count(pool.places, unitOf(r), -1)
    if (r.state === 'standby') pool.places.standby -= r.seats
    work.ledger.act({
      kind: 'activity.sign-up-ended',
      subject: r.id,
      org: pool.activity.org_id,
      person: r.person_id,
      data: { ...countedOf(pool), because: how.because },
    })
  }
  if (rows.length > 0)
    await work.tx
      .updateTable('activities.sign_up')
      .set({ state: 'cancelled', ended_at: work.at, because: how.because })
      .where('region', '=', work.region)
      .where('id', '=', anyOf(rows.map((r) => r.id)))
      .execute()
  for (const pool of pools.values()) if (how.refill && !(pool.rule === 'draw' && !pool.drawn)) await fillUp(work, pool)
  await writePools(work, [...pools.values()])
  if (how.tell)
    for (const pool of pools.values()) {
      const told = rows.filter((r) => r.pool_id === pool.id && r.person_id !== work.by.personId).map((r) => r.person_id)
      const message = how.tell(await titleOf(work, pool.activity.id))
      await tellAll(work, told, { kind: 'activity.sign-up-ended', link: linkTo(pool.activity.id), ...message })
    }
  return rows
}

/** One cancels for oneself, in time. */
export const cancelOwn = async (work: Work, id: string, because: string) => {
  const row = await work.tx
    .selectFrom('activities.sign_up as s')
    .innerJoin('activities.pool as p', (j) => j.onRef('p.region', '=', 's.region').onRef('p.id', '=', 's.pool_id'))
    .select(['s.person_id', 's.state', 'p.cancel_until'])
    .where('s.region', '=', work.region)
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row || row.person_id !== work.by.personId) throw refuse('record.not-found')
  if (row.state === 'cancelled') return
  // Whoever only waits holds no seat and may leave at any time.
  if (row.state === 'confirmed' && work.at > row.cancel_until) throw refuse('activities.too-late-to-cancel')
  await endSignUps(work, [id], { because, refill: true })
}

/** An officer cancels for somebody, and that person is told. */
export const cancelFor = async (work: Work, id: string, because: string) => {
  await endSignUps(work, [id], {
    because,
    refill: true,
    tell: (title) => ({
      title: t(`报名已取消：${title}`, `Sign-up cancelled: ${title}`),
      body: t(`组织者取消了您的报名：${because}`, `The organiser cancelled it: ${because}`),
    }),
  })
}
