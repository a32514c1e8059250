import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import { type ActivityKind, questionsOf } from '@gongyou/contract/activities/kind.ts'
import { type Form, type Frame, holdsFor } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { runPrepared } from '../../../kit/db/prepared.ts'
import { kindOf } from '../kinds.ts'
import { asksHistory } from './history.ts'
import type { Places, Unit } from './seating.ts'
import type { Wish } from './ask.ts'

/** A pool whose row is locked, with everything a sign-up is weighed by. */
export type OpenPool = {
  id: string
  places: Places
  /** Whether seats are set aside for men and for women. */
  bySex: boolean
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

/** Locks the rows of these pools in the order of their ids, so that two processes never wait for each other crosswise. */
export const lockPools = (work: Work, ids: readonly string[]) =>
  work.tx.selectFrom('activities.pool').selectAll().where('region', '=', work.region).where('id', '=', anyOf(ids)).orderBy('id').forUpdate().execute()

type Locked = Awaited<ReturnType<typeof lockPools>>

/** Seats set aside for men and for women; who is counted in one without seats of its own is counted nowhere. */
const linesBySex = (r: Locked[number]) => [
  ...(r.men_seats === null ? [] : [['male', { seats: r.men_seats, taken: r.men_taken }] as const]),
  ...(r.women_seats === null ? [] : [['female', { seats: r.women_seats, taken: r.women_taken }] as const]),
]

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

type Counted = { seats: number; quota_org: string | null; quota_sex: string | null }
/** A sign-up as the unit it was counted as. */
export const unitOf = ({ seats, quota_org, quota_sex }: Counted): Unit => ({ seats, quotas: [quota_org, quota_sex].filter((q) => q !== null) })

type Standby = Unit & { id: string; pool_id: string }
export const standbyOf = async (work: Work, ids: readonly string[]): Promise<Standby[]> =>
  ids.length === 0
    ? []
    : (
        await work.tx
          .selectFrom('activities.sign_up')
          .select(['id', 'pool_id', 'seats', 'quota_org', 'quota_sex'])
          .where('region', '=', work.region)
          .where('pool_id', '=', anyOf(ids))
          .where('state', '=', 'standby')
          .orderBy('priority')
          .orderBy('rank')
          .execute()
      ).map((r) => ({ id: r.id, pool_id: r.pool_id, ...unitOf(r) }))

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
        quotas: new Map([...(a.quotas ?? []).map((q) => [q.org, { seats: q.seats, taken: q.taken }] as const), ...linesBySex(r)]),
      },
      bySex: r.men_seats !== null || r.women_seats !== null,
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
      needsHistory: r.first_timers || [...rules, ...(kind.first ?? [])].some((rule) => asksHistory(rule.holds)),
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
