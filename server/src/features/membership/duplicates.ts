import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'

type Side = { id: string; name: string; birth_on: string | null; mobile: string | null; id_last4: string | null; org: string | null }
const viewOf = (s: Side) => ({
  id: s.id,
  name: s.name,
  birthOn: s.birth_on,
  mobile: s.mobile ? maskPhone(s.mobile) : null,
  idLast4: s.id_last4,
  org: s.org,
})

const shown = (p: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${p}.id`)}, 'name', ${sql.ref(`${p}.name`)}, 'birth_on', ${sql.ref(`${p}.birth_on`)}, 'mobile', ${sql.ref(`${p}.mobile`)}, 'id_last4', ${sql.ref(`${p}.id_last4`)}, 'org', ${sql.ref(`${p}o.name`)})`

// Two checked numbers of one kind that differ are two people, so at least one of a pair has no such number: few do.
const pairs = (look: Look, same: ReturnType<typeof sql>) =>
  sql<{ a: Side; b: Side }>`
  select ${shown('a')} as a, ${shown('b')} as b
    from people.person a join people.person b on b.region = a.region and b.name = a.name and ${same} and b.id <> a.id and b.merged_into is null
    left join membership.membership am on am.region = a.region and am.person_id = a.id left join organisations.org ao on ao.region = am.region and ao.id = am.org_id
    left join membership.membership bm on bm.region = b.region and bm.person_id = b.id left join organisations.org bo on bo.region = bm.region and bo.id = bm.org_id
   where a.region = ${look.region} and a.merged_into is null and (a.id_hash is null or a.id_type <> 'resident_id')
     and (a.id_hash is null or b.id_hash is null or a.id_type <> b.id_type)
     and (a.id < b.id or (b.id_hash is not null and b.id_type = 'resident_id'))
   order by a.id desc limit 100`.execute(look.raw)

/** Pairs that may be one human being: same name and birthday, or same name and phone. */
export const duplicatesOf = async (look: Look) => {
  const byBirth = await pairs(look, sql`a.birth_on = b.birth_on`)
  const byPhone = await pairs(look, sql`a.mobile = b.mobile and a.birth_on is distinct from b.birth_on`)
  return {
    pairs: [
      ...byBirth.rows.map((r) => ({ why: 'name-birth' as const, a: viewOf(r.a), b: viewOf(r.b) })),
      ...byPhone.rows.map((r) => ({ why: 'name-mobile' as const, a: viewOf(r.a), b: viewOf(r.b) })),
    ],
  }
}
