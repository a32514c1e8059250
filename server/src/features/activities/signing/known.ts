import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import { type ActivityKind, questionsOf } from '@gongyou/contract/activities/kind.ts'
import { type Form, type Frame, holdsFor, namesIn } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { runPrepared } from '../../../kit/db/prepared.ts'
import { kindOf } from '../kinds.ts'
import type { Places, Unit } from './seating.ts'
import type { Wish } from './ask.ts'

/** A pool whose row is locked, with everything a sign-up is weighed by. */
export type OpenPool = {
  id: string
  places: Places
  counted: number
  opensAt: Date
  closesAt: Date
  rule: 'first' | 'draw'
  firstTimers: boolean
  drawn: boolean
  kind: ActivityKind
  activity: { id: string; org_id: string; town: number | null; state: string; programme: string; partyMost: number }
  questions: Form
  rules: readonly Eligibility[]
  /** Numbers of the standby list and of a draw: the smaller comes first. */
  priorityOf: (frame: Frame) => number
  startsAt: Date | null
  waiting: (Unit & { id: string })[]
  needsHistory: boolean
}

const history = new Set(['activity.firstTime', 'activity.timesThisYear', 'activity.yearsSince'])

/** Locks the rows of these pools in the order of their ids, so that two processes never wait for each other crosswise. */
export const lockPools = (work: Work, ids: readonly string[]) =>
  work.tx.selectFrom('activities.pool').selectAll().where('region', '=', work.region).where('id', '=', anyOf(ids)).orderBy('id').forUpdate().execute()

type Locked = Awaited<ReturnType<typeof lockPools>>

type Around = {
  pool_id: string
  id: string
  kind: string
  revision: number
  org_id: string
  town: number | null
  state: string
  programme: string
  party_most: number
  questions: Form
  rules: Eligibility[]
  starts_at: Date | null
  quotas: { org: string; seats: number; taken: number }[] | null
}
/** Read after the lock is held, never with it: a row that was waited for is new, what is joined to it would be old. */
const aroundOf = (work: Work, ids: readonly string[]) =>
  runPrepared(
    work.tx,
    sql<Around>`
    select p.id as pool_id, a.id, a.kind, a.revision, a.org_id, a.town, a.state, a.programme, a.party_most, a.questions, a.rules,
           (select min(s.starts_at) from activities.session s where s.region = p.region and s.pool_id = p.id and s.cancelled_at is null) as starts_at,
           (select json_agg(json_build_object('org', q.org_id, 'seats', q.seats, 'taken', q.taken)) from activities.quota q where q.region = p.region and q.pool_id = p.id) as quotas
      from activities.pool p join activities.activity a on a.region = p.region and a.id = p.activity_id
     where p.region = ${work.region} and p.id = any(${ids as string[]}::uuid[])`,
  )

type Standby = { id: string; pool_id: string; seats: number; quota: string | null }
export const standbyOf = async (work: Work, ids: readonly string[]): Promise<Standby[]> =>
  ids.length === 0
    ? []
    : work.tx
        .selectFrom('activities.sign_up')
        .select(['id', 'pool_id', 'seats', 'quota_org as quota'])
        .where('region', '=', work.region)
        .where('pool_id', '=', anyOf(ids))
        .where('state', '=', 'standby')
        .orderBy('priority')
        .orderBy('rank')
        .execute()

/** Whoever fulfils an earlier line of the kind comes first; among equals those who have not been, where the pool says so. */
const orderIn = (kind: ActivityKind, firstTimers: boolean) => {
  const lines = kind.first ?? []
  return (frame: Frame) => {
    const met = lines.findIndex((l) => holdsFor(l.holds, frame))
    const late = firstTimers && frame['activity.firstTime'] !== true ? 1 : 0
    return (met < 0 ? lines.length : met) * 2 + late
  }
}

/** These pools, whose rows are locked, each with what it belongs to. */
export const belongingsOf = async (work: Work, rows: Locked): Promise<Map<string, OpenPool>> => {
  const free = rows.filter((r) => r.standby > 0 && (r.seats === null || r.taken < r.seats)).map((r) => r.id)
  const [beside, standby] = await Promise.all([
    aroundOf(
      work,
      rows.map((r) => r.id),
    ),
    standbyOf(work, free),
  ])
  const around = new Map(beside.rows.map((a) => [a.pool_id, a]))
  const pools = new Map<string, OpenPool>()
  for (const r of rows) {
    const a = around.get(r.id)!
    const kind = await kindOf(work, a.kind, a.revision)
    const rules = [...(kind.rules ?? []), ...a.rules]
    pools.set(r.id, {
      id: r.id,
      places: {
        seats: r.seats,
        taken: r.taken,
        standby: r.standby,
        standbySeats: r.standby_seats,
        quotas: new Map((a.quotas ?? []).map((q) => [q.org, { seats: q.seats, taken: q.taken }])),
      },
      counted: r.counted,
      opensAt: r.opens_at,
      closesAt: r.closes_at,
      rule: r.rule as 'first' | 'draw',
      firstTimers: r.first_timers,
      drawn: r.drawn_at !== null,
      kind,
      activity: { id: a.id, org_id: a.org_id, town: a.town, state: a.state, programme: a.programme, partyMost: a.party_most },
      questions: questionsOf(kind, a.questions),
      rules,
      priorityOf: orderIn(kind, r.first_timers),
      startsAt: a.starts_at,
      waiting: standby.filter((s) => s.pool_id === r.id),
      needsHistory: r.first_timers || [...rules, ...(kind.first ?? [])].some((rule) => namesIn(rule.holds).some((n) => history.has(n))),
    })
  }
  return pools
}

/** The pools, locked, each with what it belongs to. */
export const openPools = async (work: Work, ids: readonly string[]) => belongingsOf(work, await lockPools(work, ids))

export type KnownSignUp = { id: string; pool_id: string; person_id: string; state: string; seats: number }
/** What these persons have signed up for already, and what these requests have become if they were sent before. */
export const knownSignUps = async (work: Work, wishes: readonly Wish[]) =>
  (
    await runPrepared(
      work.tx,
      sql<KnownSignUp>`
      select id, pool_id, person_id, state, seats from activities.sign_up where region = ${work.region} and id = any(${wishes.map((w) => w.id)}::uuid[])
      union
      select id, pool_id, person_id, state, seats from activities.sign_up
       where region = ${work.region} and pool_id = any(${[...new Set(wishes.map((w) => w.poolId))]}::uuid[]) and person_id = any(${wishes.map((w) => w.personId)}::uuid[]) and state <> 'cancelled'`,
    )
  ).rows

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
