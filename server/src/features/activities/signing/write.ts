import type { Answers } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { insertRows, updateRows } from '../../../kit/db/rows-in-bulk.ts'
import type { Wish } from './ask.ts'
import { oneEach } from '../../../kit/one-each.ts'
import type { OpenPool } from './known.ts'
import { type Sex, isSex } from './seating.ts'

export type NewSignUp = Omit<Wish, 'answers'> & {
  pool: OpenPool
  state: 'confirmed' | 'standby' | 'entered'
  seats: number
  number: number
  priority: number
  quota: string | null
  sex: Sex | null
  orgId: string | null
  town: number | null
  answers: Answers
  sealed: Buffer | null
  sealed_key: number | null
}

const columns = {
  id: 'uuid',
  pool_id: 'uuid',
  person_id: 'uuid',
  state: 'text',
  seats: 'int',
  number: 'int',
  priority: 'int',
  rank: 'int',
  org_id: 'uuid',
  quota_org: 'uuid',
  quota_sex: 'text',
  town: 'int',
  party: 'jsonb',
  answers: 'jsonb',
  sealed: 'bytes',
  sealed_key: 'int',
  channel: 'text',
  by_person: 'uuid',
  at: 'timestamptz',
  confirmed_at: 'timestamptz',
} as const

/** What figures may ask about a sign-up. */
export const countedOf = ({ activity, kind }: Pick<OpenPool, 'activity' | 'kind'>) => ({
  activity: activity.id,
  kind: kind.code,
  town: activity.town,
  ...(activity.programme === '' ? {} : { programme: activity.programme }),
})

/** Writes new sign-ups with their acts. */
export const writeSignUps = async (work: Work, made: readonly NewSignUp[]) => {
  await insertRows(
    work.tx,
    work.region,
    'activities.sign_up',
    columns,
    made.map((m) => ({
      id: m.id,
      pool_id: m.pool.id,
      person_id: m.personId,
      state: m.state,
      seats: m.seats,
      number: m.number,
      priority: m.priority,
      rank: m.number,
      org_id: m.orgId,
      quota_org: m.quota,
      quota_sex: m.sex,
      town: m.town,
      party: m.party.length > 0 ? m.party : null,
      answers: Object.keys(m.answers).length > 0 ? m.answers : null,
      sealed: m.sealed?.toString('base64') ?? null,
      sealed_key: m.sealed_key,
      channel: m.channel,
      by_person: m.by.person,
      at: work.at,
      confirmed_at: m.state === 'confirmed' ? work.at : null,
    })),
  )
  // Most of those who sign up at once leave the same traces.
  const dataOf = oneEach<Record<string, unknown>>()
  for (const m of made) {
    const { pool, channel, seats, state } = m
    work.ledger.act({
      kind: 'activity.signed-up',
      subject: m.id,
      org: pool.activity.org_id,
      person: m.personId,
      data: dataOf(`${pool.id} ${channel} ${seats} ${state}`, () => ({ ...countedOf(pool), channel, seats, state })),
      as: m.by,
    })
  }
}

/** Writes the counts of pools, and of the quotas in them, as they stand in memory while the rows are locked. */
export const writePools = async (work: Work, pools: readonly OpenPool[]) => {
  await updateRows(
    work.tx,
    work.region,
    'activities.pool',
    { id: 'uuid' },
    { taken: 'int', standby: 'int', counted: 'int', men_taken: 'int', women_taken: 'int' },
    pools.map(({ id, places, counted }) => ({
      id,
      taken: places.taken,
      standby: places.standby,
      counted,
      men_taken: places.quotas.get('male')?.taken ?? 0,
      women_taken: places.quotas.get('female')?.taken ?? 0,
    })),
  )
  await updateRows(
    work.tx,
    work.region,
    'activities.quota',
    { pool_id: 'uuid', org_id: 'uuid' },
    { taken: 'int' },
    pools.flatMap((p) => [...p.places.quotas].flatMap(([key, q]) => (isSex(key) ? [] : [{ pool_id: p.id, org_id: key, taken: q.taken }]))),
  )
}

/** The place of each on the standby lists of these pools, counted from one. */
export const placesOf = async (work: { region: number; tx: Work['tx'] }, pools: readonly string[]) => {
  if (pools.length === 0) return new Map<string, number>()
  const { rows } = await sql<{ id: string; place: number }>`
    select id, row_number() over (partition by pool_id order by priority, rank)::int as place
      from activities.sign_up where region = ${work.region} and pool_id = any(${pools as string[]}::uuid[]) and state = 'standby'`.execute(work.tx)
  return new Map(rows.map((r) => [r.id, r.place]))
}
