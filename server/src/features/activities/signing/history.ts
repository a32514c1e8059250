import { type Condition, type Frame, namesIn } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import type { Wish } from './ask.ts'
import type { OpenPool } from './known.ts'

const history = new Set(['activity.firstTime', 'activity.timesThisYear', 'activity.yearsSince'])
/** Whether a condition asks what somebody took part in before: only then is it looked up. */
export const asksHistory = (holds: Condition) => namesIn(holds).some((n) => history.has(n))

type Past = { person_id: string; kind: string; ever: number; year: number; last: number | null }
/** How often these persons have taken part in such activities: ever, and in the year of each. What one has signed up for this year counts as well, else one would sign up five times. */
const pastOf = (work: Work, persons: readonly string[], kinds: readonly string[]) =>
  sql<Past>`
    select x.person_id, x.kind, count(distinct x.session_id) filter (where x.was)::int as ever, count(distinct x.pool_id) filter (where x.year = ${Number(work.today.slice(0, 4))})::int as year, max(x.year) as last
      from (select t.person_id, a.kind, t.session_id, s.pool_id, true as was, extract(year from s.starts_at)::int as year
              from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id join activities.activity a on a.region = s.region and a.id = s.activity_id
             where t.region = ${work.region} and t.person_id = any(${persons as string[]}::uuid[]) and t.undone_at is null and a.kind = any(${kinds as string[]})
            union all
            select u.person_id, a.kind, null, u.pool_id, false, (select extract(year from min(s.starts_at))::int from activities.session s where s.region = u.region and s.pool_id = u.pool_id)
              from activities.sign_up u join activities.pool p on p.region = u.region and p.id = u.pool_id join activities.activity a on a.region = p.region and a.id = p.activity_id
             where u.region = ${work.region} and u.person_id = any(${persons as string[]}::uuid[]) and u.state <> 'cancelled' and not u.absent and a.state <> 'cancelled' and a.kind = any(${kinds as string[]})) x
     group by 1, 2`.execute(work.tx)

/** What eligibility and quotas ask about each person. */
export const framesOf = async (work: Work, frames: ReadonlyMap<string, Frame>, wishes: readonly Wish[], pools: ReadonlyMap<string, OpenPool>) => {
  const asking = wishes.filter((w) => pools.get(w.poolId)?.needsHistory)
  const past = new Map<string, Past>()
  if (asking.length > 0) {
    const kinds = [...new Set(asking.map((w) => pools.get(w.poolId)!.kind.code))]
    for (const p of (await pastOf(work, [...new Set(asking.map((w) => w.personId))], kinds)).rows) past.set(`${p.person_id} ${p.kind}`, p)
  }
  return ({ personId, poolId }: Wish): Frame | undefined => {
    const frame = frames.get(personId)
    const pool = pools.get(poolId)
    if (!frame || !pool?.needsHistory) return frame
    const before = past.get(`${personId} ${pool.kind.code}`)
    return {
      ...frame,
      'activity.firstTime': (before?.ever ?? 0) === 0,
      'activity.timesThisYear': before?.year ?? 0,
      // By calendar years, as units count them; absent where somebody has never been.
      ...(before?.last ? { 'activity.yearsSince': Math.max(0, Number(work.today.slice(0, 4)) - before.last) } : {}),
    }
  }
}
