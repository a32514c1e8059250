import type { PoolView, SessionView } from '@gongyou/contract/activities/shapes.ts'
import { poolStage } from '@gongyou/contract/activities/stage.ts'
import { type Look, anyOf } from '../../../kit/db/database.ts'
import type { PoolRow, SessionRow } from '../rows.ts'

export const sessionView = (s: SessionRow): SessionView => ({
  id: s.id,
  number: s.number,
  poolId: s.pool_id,
  startsAt: s.starts_at.toISOString(),
  endsAt: s.ends_at.toISOString(),
  place: s.place,
  address: s.address,
  point: s.lon !== null && s.lat !== null ? [s.lon, s.lat] : null,
  audience: s.audience,
  head: s.head,
  cancelled: s.cancelled_at !== null,
  because: s.because,
})

/** Pools with their quotas. `whole`: the pool is of the course, and of no one session. */
export const poolViews = async (look: Look, pools: readonly PoolRow[], sessions: readonly SessionRow[], whole: boolean): Promise<PoolView[]> => {
  const quotas = await look.db
    .selectFrom('activities.quota as q')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'q.region').onRef('o.id', '=', 'q.org_id'))
    .select(['q.pool_id', 'q.org_id', 'o.name', 'q.seats', 'q.taken'])
    .where('q.region', '=', look.region)
    .where('q.pool_id', '=', anyOf(pools.map((p) => p.id)))
    .orderBy('o.name')
    .execute()
  return pools.map((p) => {
    const row = {
      seats: p.seats,
      taken: p.taken,
      standby: p.standby,
      standbySeats: p.standby_seats,
      opensAt: p.opens_at.toISOString(),
      closesAt: p.closes_at.toISOString(),
      rule: p.rule as 'first' | 'draw',
      drawnAt: p.drawn_at?.toISOString() ?? null,
    }
    return {
      id: p.id,
      sessionId: whole ? null : (sessions.find((s) => s.pool_id === p.id)?.id ?? null),
      ...row,
      cancelUntil: p.cancel_until.toISOString(),
      firstTimers: p.first_timers,
      quotas: quotas.filter((q) => q.pool_id === p.id).map((q) => ({ org: { id: q.org_id, name: q.name }, seats: q.seats, taken: q.taken })),
      men: p.men_seats === null ? null : { seats: p.men_seats, taken: p.men_taken },
      women: p.women_seats === null ? null : { seats: p.women_seats, taken: p.women_taken },
      stage: poolStage(row, look.at),
      seedHash: p.seed_hash?.toString('hex') ?? null,
    }
  })
}
