import { randomBytes } from 'node:crypto'
import { commitmentOf } from '@gongyou/contract/activities/draw.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { SeatsInput } from '@gongyou/contract/activities/shapes.ts'
import type { z } from 'zod'
import { later } from '../../../kit/clock.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import type { PoolRow } from '../rows.ts'
import { fillUp } from '../signing/cancel.ts'
import { openPools } from '../signing/known.ts'
import { writePools } from '../signing/write.ts'

export type Seats = z.output<typeof SeatsInput>
export const seedPlace = (region: number, poolId: string) => `${region}/draw/${poolId}`

const mustExist = async (work: Work, ids: readonly string[]) => {
  if (ids.length === 0) return
  const found = await work.tx.selectFrom('organisations.org').select('id').where('region', '=', work.region).where('id', '=', anyOf(ids)).execute()
  if (found.length !== new Set(ids).size) throw refuse('request.invalid', { fields: [{ path: 'quotas', message: '名额分配里有重复或不在册的单位' }] })
}

const writeQuotas = async (work: Work, poolId: string, quotas: Seats['quotas']) => {
  if (!quotas) return
  await mustExist(
    work,
    quotas.map((q) => q.orgId),
  )
  if (new Set(quotas.map((q) => q.orgId)).size !== quotas.length)
    throw refuse('request.invalid', { fields: [{ path: 'quotas', message: '名额分配里有重复的单位' }] })
  const held = await work.tx
    .selectFrom('activities.quota')
    .select(['org_id', 'taken'])
    .where('region', '=', work.region)
    .where('pool_id', '=', poolId)
    .execute()
  const taken = new Map(held.map((q) => [q.org_id, q.taken]))
  // A union whose members hold seats keeps its line: else those seats would be counted nowhere.
  const kept = held.filter((q) => q.taken > 0 && !quotas.some((n) => n.orgId === q.org_id))
  if (kept.length > 0 || quotas.some((q) => q.seats < (taken.get(q.orgId) ?? 0))) throw refuse('activities.seats-below-taken')
  await work.tx.deleteFrom('activities.quota').where('region', '=', work.region).where('pool_id', '=', poolId).execute()
  if (quotas.length > 0)
    await work.tx
      .insertInto('activities.quota')
      .values(quotas.map((q) => ({ region: work.region, pool_id: poolId, org_id: q.orgId, seats: q.seats, taken: taken.get(q.orgId) ?? 0 })))
      .execute()
}

/** Opens a pool of seats; what is not said follows from the kind and from the first start. */
export const addPool = async (work: Work, kind: ActivityKind, activityId: string, startsAt: Date, given: Seats) => {
  const { usual } = kind
  const id = newId()
  await work.tx
    .insertInto('activities.pool')
    .values({
      region: work.region,
      id,
      activity_id: activityId,
      seats: given.seats === undefined ? (usual.seats ?? null) : given.seats,
      standby_seats: given.standbySeats ?? usual.standbySeats ?? 0,
      opens_at: given.opensAt ? new Date(given.opensAt) : new Date(Math.min(work.at.getTime(), startsAt.getTime() - 60_000)),
      closes_at: given.closesAt ? new Date(given.closesAt) : startsAt,
      cancel_until: given.cancelUntil ? new Date(given.cancelUntil) : later(startsAt, { hours: -(usual.cancelHours ?? 0) }),
      rule: given.rule ?? usual.rule ?? 'first',
      first_timers: given.firstTimers ?? usual.firstTimers ?? false,
      men_seats: given.men ?? null,
      women_seats: given.women ?? null,
    })
    .execute()
  await writeQuotas(work, id, given.quotas)
  return id
}

/** Chooses the seed of a draw and publishes its hash, before anybody can sign up. */
export const commitSeed = async (work: Work, keys: KeyRing, poolId: string) => {
  const seed = randomBytes(32).toString('hex')
  const { cipher, keyId } = keys.seal(seed, seedPlace(work.region, poolId))
  await work.tx
    .updateTable('activities.pool')
    .set({ seed_hash: Buffer.from(await commitmentOf(seed), 'hex'), seed_sealed: cipher, seed_key: keyId })
    .where('region', '=', work.region)
    .where('id', '=', poolId)
    .execute()
}

/** Seats are set aside where none were, or no longer are. */
const begins = (was: number | null, wanted: number | null | undefined) => wanted !== undefined && (was === null) !== (wanted === null)

const fixedOnceOpen = (pool: PoolRow, given: Seats, published: boolean) => {
  if (pool.drawn_at) throw refuse('activities.drawn-already')
  // The rule under which people have signed up stays.
  if (
    published &&
    pool.counted > 0 &&
    ((given.rule && given.rule !== pool.rule) || (given.firstTimers !== undefined && given.firstTimers !== pool.first_timers))
  )
    throw refuse('activities.not-now')
  // Whoever has signed up already was counted in no line of men or women.
  if (pool.counted > 0 && (begins(pool.men_seats, given.men) || begins(pool.women_seats, given.women))) throw refuse('activities.not-now')
}

/** Changes seats and times. More seats go to standby at once; fewer than are taken is refused. */
export const changePool = async (work: Work, keys: KeyRing, poolId: string, given: Seats, published: boolean) => {
  const pool = await work.tx
    .selectFrom('activities.pool')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', poolId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  fixedOnceOpen(pool, given, published)
  if (given.seats !== undefined && given.seats !== null && given.seats < pool.taken) throw refuse('activities.seats-below-taken')
  await work.tx
    .updateTable('activities.pool')
    .set({
      ...(given.seats === undefined ? {} : { seats: given.seats }),
      standby_seats: given.standbySeats ?? pool.standby_seats,
      ...(given.opensAt ? { opens_at: new Date(given.opensAt) } : {}),
      ...(given.closesAt ? { closes_at: new Date(given.closesAt) } : {}),
      ...(given.cancelUntil ? { cancel_until: new Date(given.cancelUntil) } : {}),
      ...(given.rule ? { rule: given.rule } : {}),
      ...(given.firstTimers === undefined ? {} : { first_timers: given.firstTimers }),
      ...(given.men === undefined ? {} : { men_seats: given.men }),
      ...(given.women === undefined ? {} : { women_seats: given.women }),
    })
    .where('region', '=', work.region)
    .where('id', '=', poolId)
    .execute()
  await writeQuotas(work, poolId, given.quotas)
  if (published && (given.rule ?? pool.rule) === 'draw' && !pool.seed_hash) await commitSeed(work, keys, poolId)
  const open = (await openPools(work, [poolId])).get(poolId)!
  if (open.rule === 'first') {
    await fillUp(work, open)
    await writePools(work, [open])
  }
}
