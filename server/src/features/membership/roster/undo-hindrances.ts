import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import type { WrittenRow } from './chunks.ts'
import type { Done } from './write-rows.ts'

const words: Record<string, Text> = {
  'membership.application': t('有入会申请', 'Has an application'),
  'membership.transfer': t('有会籍接转', 'Has a transfer'),
  'organisations.post': t('担任职务', 'Holds a post'),
  'accounts.account': t('已有登录账号', 'Has an account'),
  'people.merge': t('与其他记录合并过', 'Was merged with another record'),
  'people.person': t('有其他记录并入此人', 'Another record was merged into this person'),
  'notices.message': t('收到过消息', 'Has received messages'),
  'people.consent': t('登记过本人同意', 'Has given consent'),
  'organisations.employment': t('之后登记了工作单位', 'Was given another employer since'),
  'membership.stay': t('之后会籍有变动', 'The membership moved since'),
}
const later = t('之后又有办理或更正', 'Something was done or corrected since')
const gone = t('登记已不在', 'The record is no longer there')

type Reference = { table: string; column: string }

// The import's own tables are compared with what it wrote; every other table that points at a person, also one that is
// added to the system tomorrow, is found in the catalogue.
const referencesTo = async (look: Look) => {
  const { rows } = await sql<Reference>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column"
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey) and a.attname <> 'region'
     where k.contype = 'f' and k.confrelid = 'people.person'::regclass and k.conparentid = 0 and has_table_privilege(c.oid, 'select')`.execute(
    look.raw,
  )
  return rows.filter((r) => r.table !== 'people.sealed_field' && r.table !== 'membership.membership')
}

const own: Record<string, (done: Done) => (string | undefined)[]> = {
  'organisations.employment': (d) => [d.employment],
  'membership.stay': (d) => [d.stay],
}

const pointingAt = async (look: Look, ref: Reference, rows: readonly WrittenRow[]) => {
  const ours = own[ref.table] ? rows.flatMap((r) => own[ref.table]!(r.done).flatMap((id) => id ?? [])) : []
  const found = await sql<{ id: string }>`
    select distinct ${sql.ref(ref.column)} as id from ${sql.table(ref.table)} where region = ${look.region} and ${sql.ref(ref.column)} = any(${rows.map((r) => r.personId)}::uuid[])
    ${own[ref.table] ? sql`and not (id = any(${ours}::uuid[]))` : sql``}`.execute(look.raw)
  return found.rows.map((r) => r.id)
}

type Standing = { id: string; version: number; membership_version: number | null; acted: boolean }

const standingOf = async (look: Look, rows: readonly WrittenRow[]) => {
  const given = rows.map((r) => ({ id: r.personId, at: r.done.at, acts: r.done.acts }))
  const { rows: found } = await sql<Standing>`
    select p.id, p.version, m.version as membership_version,
           exists (select 1 from ledger.act a where a.region = ${look.region} and a.subject_id = p.id and a.at >= r.at and not (a.id = any(r.acts))) as acted
      from json_to_recordset(${JSON.stringify(given)}::json) as r(id uuid, at timestamptz, acts uuid[])
      join people.person p on p.region = ${look.region} and p.id = r.id
      left join membership.membership m on m.region = p.region and m.person_id = p.id`.execute(look.raw)
  return new Map(found.map((f) => [f.id, f]))
}

/** Why rows cannot be undone: row → reasons. Rows without an entry can. */
export const hindrancesOf = async (look: Look, rows: readonly WrittenRow[]) => {
  const reasons = new Map<number, Text[]>()
  const add = (row: number, reason: Text) => reasons.set(row, [...(reasons.get(row) ?? []), reason])
  const standing = await standingOf(look, rows)
  for (const r of rows) {
    const now = standing.get(r.personId)
    if (!now) add(r.row, gone)
    else if (
      now.acted ||
      now.version !== r.done.personVersion ||
      (r.done.membershipVersion !== undefined && now.membership_version !== r.done.membershipVersion)
    )
      add(r.row, later)
  }
  const created = rows.filter((r) => r.done.created)
  const byPerson = new Map(created.map((r) => [r.personId, r.row]))
  if (created.length > 0)
    for (const ref of await referencesTo(look))
      for (const id of await pointingAt(look, ref, created))
        add(byPerson.get(id)!, words[ref.table] ?? t(`另有记录引用（${ref.table}）`, `Other records refer to it (${ref.table})`))
  return reasons
}
