import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'

/** The membership row of a person, locked. */
export const lockMembership = async (work: Work, personId: string) => {
  const m = await work.tx
    .selectFrom('membership.membership')
    .selectAll()
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!m || m.status === 'prospect') throw refuse('membership.not-a-member')
  return m
}
export type Membership = Awaited<ReturnType<typeof lockMembership>>

/** A standing organisation that holds members itself. */
export const holdingOrg = async (work: Work, orgId: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'kind', 'town', 'dissolved_on'])
    .where('region', '=', work.region)
    .where('id', '=', orgId)
    .executeTakeFirst()
  if (!org || org.dissolved_on) throw refuse('record.not-found')
  if (!(memberHoldingKinds as readonly string[]).includes(org.kind)) throw refuse('membership.wrong-kind')
  return org
}

/** Ends the open stay on a day. A stay that would end on the day it began never was. */
export const endStay = async (work: Work, personId: string, on: string) => {
  const open = sql`region = ${work.region} and person_id = ${personId} and upper_inf(during)`
  await sql`delete from membership.stay where ${open} and lower(during) >= ${on}::date`.execute(work.tx)
  await sql`update membership.stay set during = daterange(lower(during), ${on}::date) where ${open}`.execute(work.tx)
}

export const beginStay = (work: Work, personId: string, orgId: string, on: string) =>
  work.tx
    .insertInto('membership.stay')
    .values({ region: work.region, id: newId(), person_id: personId, org_id: orgId, during: `[${on},)` })
    .execute()

const dataOf = async (work: Work, m: Membership, orgId: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select('town')
    .where('region', '=', work.region)
    .where('id', '=', orgId)
    .executeTakeFirst()
  return { town: org?.town ?? null, channel: m.channel, occupation: m.occupation }
}

/** Moves a member from one union to another on a day: two acts, so that both unions' stocks change and the whole does not. */
export const moveMember = async (work: Work, m: Membership, toOrgId: string, on: string, because: string) => {
  await endStay(work, m.person_id, on)
  await beginStay(work, m.person_id, toOrgId, on)
  const to = await holdingOrg(work, toOrgId)
  await work.tx
    .updateTable('membership.membership')
    .set({ org_id: toOrgId, status: 'active', floating: to.kind === 'service_station', since: on, version: m.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', m.person_id)
    .execute()
  work.ledger.act({
    kind: 'membership.moved-out',
    subject: m.person_id,
    org: m.org_id,
    person: m.person_id,
    day: on,
    data: { ...(await dataOf(work, m, m.org_id)), to: toOrgId, because },
  })
  work.ledger.act({
    kind: 'membership.moved-in',
    subject: m.person_id,
    org: toOrgId,
    person: m.person_id,
    day: on,
    data: { ...(await dataOf(work, m, toOrgId)), from: m.org_id, because },
  })
}

export { dataOf as figuresDataOf }
