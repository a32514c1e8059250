import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { holdingOrg } from './standing.ts'

// Without 0 O 1 I: a code is also read aloud.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

/** Opens a joining code for a station, session, venue or unit within reach. */
export const openCode = async (work: Work, given: { orgId: string; kind: string; label: string; expiresAt?: string | null | undefined }) => {
  const reach = await reachOf(work, 'membership.decide')
  if (reach !== 'all' && !reach.includes(given.orgId)) throw refuse('record.not-found')
  await holdingOrg(work, given.orgId)
  const [id, code] = [newId(), newCode()]
  await work.tx
    .insertInto('membership.join_point')
    .values({
      region: work.region,
      id,
      code,
      org_id: given.orgId,
      kind: given.kind,
      label: given.label,
      expires_at: given.expiresAt ? new Date(given.expiresAt) : null,
      created_at: work.at,
      created_by: work.by.personId,
    })
    .execute()
  work.ledger.act({ kind: 'membership.join-code-opened', subject: id, org: given.orgId, data: { label: given.label, kind: given.kind } })
  return { id, code }
}

export const closeCode = async (work: Work, id: string) => {
  const done = await work.tx
    .updateTable('membership.join_point')
    .set({ closed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where(clause(await reachOf(work, 'membership.decide'), 'org_id'))
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.not-found')
  work.ledger.act({ kind: 'membership.join-code-closed', subject: id })
}

/** Joining codes within reach, with how many joined through each. */
export const codesOf = async (look: Look, publicUrl: string) => {
  const reach = await reachOf(look, 'membership.read')
  const { rows } = await sql<{
    id: string
    code: string
    label: string
    kind: string
    org_id: string
    org: string
    expires_at: Date | null
    closed_at: Date | null
    joined: number
  }>`
    select j.id, j.code, j.label, j.kind, o.id as org_id, o.name as org, j.expires_at, j.closed_at,
           (select count(*) from membership.application a where a.region = j.region and a.join_point_id = j.id and a.status = 'approved') as joined
      from membership.join_point j join organisations.org o on o.region = j.region and o.id = j.org_id
     where j.region = ${look.region} and ${clause(reach, 'j.org_id')} order by j.closed_at nulls first, j.created_at desc limit 500`.execute(look.raw)
  return {
    rows: rows.map((r) => ({
      id: r.id,
      code: r.code,
      label: r.label,
      kind: r.kind,
      org: { id: r.org_id, name: r.org },
      expiresAt: r.expires_at?.toISOString() ?? null,
      closedAt: r.closed_at?.toISOString() ?? null,
      joined: r.joined,
      url: `${publicUrl}/m/join/${r.code}`,
    })),
  }
}

/** Members of each union within reach. */
export const countsOf = async (look: Look) => {
  const reach = await reachOf(look, 'organisations.read')
  const { rows } = await sql<{
    org_id: string
    n: number
  }>`select org_id, count(*) as n from membership.membership where region = ${look.region} and status in ('active', 'transferring', 'retained') and ${clause(reach, 'org_id')} group by org_id`.execute(
    look.raw,
  )
  return { counts: Object.fromEntries(rows.map((r) => [r.org_id, r.n])) }
}
