import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { insertRows, updateRows } from '../../../kit/db/rows-in-bulk.ts'
import type { Done, Pair } from './write-rows.ts'

const changing = { org_id: 'uuid', status: 'text', floating: 'boolean', occupation: 'text', since: 'date' } as const
const state = { ...changing, card_number: 'text', joined_on: 'date', channel: 'text' } as const
type Before = NonNullable<Done['membership']> & { person_id: string; version: number }

const ids = (pairs: readonly Pair[]) => sql`${pairs.map((p) => p.personId)}::uuid[]`

/** Memberships and open stays as they stand before anything is written, locked. */
export const standingBefore = async (work: Work, pairs: readonly Pair[]) => {
  const known = pairs.filter((p) => !p.done.created)
  const { rows } = await sql<Before>`
    select person_id, org_id, status, card_number, joined_on, channel, floating, occupation, since, version from membership.membership
     where region = ${work.region} and person_id = any(${ids(known)}) order by person_id for update`.execute(work.tx)
  const moving = new Map(pairs.filter((p) => p.plan.move).map((p) => [p.personId, p]))
  if (moving.size > 0) {
    const stays = await sql<{ id: string; person_id: string; org_id: string; during: string }>`
      select id, person_id, org_id, during::text as during from membership.stay where region = ${work.region} and person_id = any(${ids([...moving.values()])}) and upper_inf(during)`.execute(
      work.tx,
    )
    for (const { person_id, ...stay } of stays.rows) (moving.get(person_id)!.done.stays ??= []).push(stay)
  }
  return new Map(rows.map((r) => [r.person_id, r]))
}
export type Standing = Awaited<ReturnType<typeof standingBefore>>

/** Joinings: of new persons, of persons without membership, of prospects. */
function* join(work: Work, pairs: readonly Pair[], before: Standing, cardOf: (day: string) => string) {
  const rows = pairs.map((p) => {
    const on = p.input.joinedOn ?? work.today
    const was = before.get(p.personId)
    if (!p.done.created) p.done.membership = was ? { ...was } : null
    p.done.membershipVersion = 1
    return {
      person_id: p.personId,
      org_id: p.input.orgId,
      status: p.input.status ?? 'active',
      card_number: cardOf(on),
      joined_on: on,
      channel: p.input.channel ?? 'unit_batch',
      floating: p.input.floating,
      occupation: p.input.occupation ?? was?.occupation ?? null,
      since: on,
      changed_at: work.at,
    }
  })
  // A prospect's row has a version already; it begins anew with the membership.
  const anew = Object.keys(state).map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`)
  const columns = { person_id: 'uuid', ...state, changed_at: 'timestamptz' } as const
  const isFirst = (_: unknown, i: number) => pairs[i]!.done.created === true
  // Of a person just registered there can be none; the upsert takes half as long again.
  yield insertRows(work.tx, work.region, 'membership.membership', columns, rows.filter(isFirst))
  yield insertRows(
    work.tx,
    work.region,
    'membership.membership',
    columns,
    rows.filter((r, i) => !isFirst(r, i)),
    sql`on conflict (region, person_id) do update set ${sql.join(anew)}, version = 1, changed_at = excluded.changed_at`,
  )
  yield insertStays(work, pairs, (p) => p.input.joinedOn ?? work.today)
}

const insertStays = (work: Work, pairs: readonly Pair[], from: (p: Pair) => string) =>
  insertRows(
    work.tx,
    work.region,
    'membership.stay',
    { id: 'uuid', person_id: 'uuid', org_id: 'uuid', during: 'daterange' },
    pairs.map((p) => ({ id: (p.done.stay = newId()), person_id: p.personId, org_id: p.input.orgId, during: `[${from(p)},)` })),
  )

/** The open stays end today; one that began today or later never was. */
function* endStays(work: Work, pairs: readonly Pair[]) {
  const open = sql`region = ${work.region} and person_id = any(${ids(pairs)}) and upper_inf(during)`
  yield sql`delete from membership.stay where ${open} and lower(during) >= ${work.today}::date`.execute(work.tx)
  yield sql`update membership.stay set during = daterange(lower(during), ${work.today}::date) where ${open}`.execute(work.tx)
}

/** Members within reach who change union, stand differently or have another occupation. */
function* change(work: Work, pairs: readonly Pair[], before: Standing) {
  const rows = pairs.map((p) => {
    const was = before.get(p.personId)!
    p.done.membership = { ...was }
    p.done.membershipVersion = was.version + 1
    return {
      person_id: p.personId,
      org_id: p.plan.move ? p.input.orgId : was.org_id,
      status: p.plan.restatus ? p.input.status : was.status,
      floating: p.plan.move ? p.input.floating : was.floating,
      occupation: p.plan.reoccupy ? p.input.occupation : was.occupation,
      since: p.plan.move || p.plan.restatus ? work.today : was.since,
      version: was.version + 1,
    }
  })
  const moving = pairs.filter((p) => p.plan.move)
  if (moving.length > 0) {
    yield* endStays(work, moving)
    yield insertStays(work, moving, () => work.today)
  }
  yield updateRows(
    work.tx,
    work.region,
    'membership.membership',
    { person_id: 'uuid' },
    { ...changing, version: 'int' },
    rows,
    sql`, changed_at = ${work.at}`,
  )
}

/** Memberships and the stays in unions, never two at once. */
export function* writeMemberships(work: Work, pairs: readonly Pair[], before: Standing, cardOf: (day: string) => string) {
  yield* join(
    work,
    pairs.filter((p) => p.plan.join),
    before,
    cardOf,
  )
  yield* change(
    work,
    pairs.filter((p) => p.plan.move || p.plan.restatus || p.plan.reoccupy),
    before,
  )
}
