import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'

/** Tables whose rows simply change hands. Acts and audit lines never do: what happened stays as it was written. */
const movable = [
  { table: 'organisations.employment', key: 'id' },
  { table: 'organisations.post', key: 'id' },
  { table: 'notices.message', key: 'id' },
  { table: 'membership.transfer', key: 'id' },
  { table: 'membership.stay', key: 'id' },
  { table: 'membership.application', key: 'id' },
] as const
type Snapshot = { moved: Record<string, string[]>; dropped: Record<string, Record<string, unknown>[]>; reversed: string[] }

const ids = (list: readonly string[]) => sql`${list as string[]}::uuid[]`

const both = async (work: Work, keep: string, gone: string) => {
  const rows = await work.tx
    .selectFrom('people.person')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', 'in', [keep, gone])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length !== 2) throw refuse('record.not-found')
}

/** Takes the duplicate's membership away when the kept person has one: its joinings are reversed, so that figures count one. */
const dropMembership = async (work: Work, gone: string, snapshot: Snapshot) => {
  for (const table of ['membership.membership', 'membership.stay'] as const) {
    const { rows } = await sql<{
      row: Record<string, unknown>
    }>`delete from ${sql.table(table)} x where region = ${work.region} and person_id = ${gone} returning to_jsonb(x) as row`.execute(work.tx)
    snapshot.dropped[table] = rows.map((r) => r.row)
  }
  const joined = await sql<{
    id: string
    org_id: string
  }>`select id, org_id from ledger.act a where region = ${work.region} and person_id = ${gone} and kind = 'membership.joined'
    and not exists (select 1 from ledger.act r where r.region = a.region and r.reverses = a.id)`.execute(work.tx)
  for (const act of joined.rows) {
    work.ledger.act({
      kind: 'membership.join-reversed',
      subject: gone,
      org: act.org_id,
      person: gone,
      reverses: act.id,
      data: { because: 'duplicate' },
    })
    snapshot.reversed.push(act.id)
  }
}

/** Two records of one human being become one. What was moved or dropped is kept, so that they can be parted again. */
export const merge = async (work: Work, keep: string, gone: string, because: string) => {
  if (keep === gone) throw refuse('membership.merge-same')
  await both(work, keep, gone)
  const snapshot: Snapshot = { moved: {}, dropped: {}, reversed: [] }
  const held = await work.tx
    .selectFrom('membership.membership')
    .select('person_id')
    .where('region', '=', work.region)
    .where('person_id', 'in', [keep, gone])
    .execute()
  if (held.length === 2) await dropMembership(work, gone, snapshot)
  else await sql`update membership.membership set person_id = ${keep} where region = ${work.region} and person_id = ${gone}`.execute(work.tx)
  if (held.length === 1 && held[0]!.person_id === gone) snapshot.moved['membership.membership'] = [keep]
  const openApplication = await work.tx
    .selectFrom('membership.application')
    .select('person_id')
    .where('region', '=', work.region)
    .where('person_id', 'in', [keep, gone])
    .where('status', 'in', ['submitted', 'returned'])
    .execute()
  if (openApplication.length === 2) throw refuse('membership.already-applied', { says: '两人都有未办结的入会申请，请先办结其中一份' })
  for (const { table, key } of movable) {
    const { rows } = await sql<{
      id: string
    }>`update ${sql.table(table)} set person_id = ${keep} where region = ${work.region} and person_id = ${gone} returning ${sql.ref(key)} as id`.execute(
      work.tx,
    )
    snapshot.moved[table] = rows.map((r) => r.id)
  }
  await work.tx
    .updateTable('people.person')
    .set({ merged_into: keep, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', gone)
    .execute()
  await work.tx
    .updateTable('accounts.account')
    .set({ disabled_at: work.at, changed_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', gone)
    .where('disabled_at', 'is', null)
    .execute()
  const id = newId()
  await work.tx
    .insertInto('people.merge')
    .values({ region: work.region, id, kept_id: keep, gone_id: gone, because, snapshot: JSON.stringify(snapshot), merged_at: work.at })
    .execute()
  work.ledger.act({ kind: 'person.merged', subject: keep, person: keep, data: { gone, because } })
  return { id }
}

const restoreDropped = async (work: Work, table: string, rows: readonly Record<string, unknown>[]) => {
  if (rows.length > 0)
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      work.tx,
    )
}

/** Joinings that the merge reversed happen again, on their own day, so that figures of that day are what they were. */
const joinAgain = async (work: Work, acts: readonly string[]) => {
  const { rows } = await sql<{
    subject_id: string
    org_id: string
    person_id: string
    day: string
    data: Record<string, unknown>
  }>`select subject_id, org_id, person_id, day, data from ledger.act where region = ${work.region} and id = any(${ids(acts)})`.execute(work.tx)
  for (const a of rows)
    work.ledger.act({ kind: 'membership.joined', subject: a.subject_id, org: a.org_id, person: a.person_id, day: a.day, data: a.data })
}

/** Parts two merged persons: everything goes back to where it was. */
export const undoMerge = async (work: Work, id: string) => {
  const m = await work.tx.selectFrom('people.merge').selectAll().where('region', '=', work.region).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!m) throw refuse('record.not-found')
  if (m.undone_at) throw refuse('membership.merge-undone')
  const snapshot = m.snapshot as Snapshot
  await work.tx
    .updateTable('people.person')
    .set({ merged_into: null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', m.gone_id)
    .execute()
  if (snapshot.moved['membership.membership'])
    await sql`update membership.membership set person_id = ${m.gone_id} where region = ${work.region} and person_id = ${m.kept_id}`.execute(work.tx)
  for (const { table, key } of movable) {
    const moved = snapshot.moved[table] ?? []
    if (moved.length > 0)
      await sql`update ${sql.table(table)} set person_id = ${m.gone_id} where region = ${work.region} and ${sql.ref(key)} = any(${ids(moved)})`.execute(
        work.tx,
      )
  }
  for (const [table, rows] of Object.entries(snapshot.dropped)) await restoreDropped(work, table, rows)
  await joinAgain(work, snapshot.reversed)
  await work.tx
    .updateTable('accounts.account')
    .set({ disabled_at: null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', m.gone_id)
    .execute()
  await work.tx.updateTable('people.merge').set({ undone_at: work.at }).where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'person.merge-undone', subject: m.kept_id, person: m.kept_id, data: { gone: m.gone_id } })
}

export const mergesOf = async (look: Look) => {
  const rows = await look.db
    .selectFrom('people.merge as m')
    .innerJoin('people.person as k', (j) => j.onRef('k.region', '=', 'm.region').onRef('k.id', '=', 'm.kept_id'))
    .innerJoin('people.person as g', (j) => j.onRef('g.region', '=', 'm.region').onRef('g.id', '=', 'm.gone_id'))
    .select(['m.id', 'k.id as kept_id', 'k.name as kept', 'g.id as gone_id', 'g.name as gone', 'm.because', 'm.merged_at', 'm.undone_at'])
    .where('m.region', '=', look.region)
    .orderBy('m.merged_at', 'desc')
    .limit(200)
    .execute()
  return {
    rows: rows.map((r) => ({
      id: r.id,
      kept: { id: r.kept_id, name: r.kept },
      gone: { id: r.gone_id, name: r.gone },
      because: r.because,
      mergedAt: r.merged_at.toISOString(),
      undoneAt: r.undone_at?.toISOString() ?? null,
    })),
  }
}
