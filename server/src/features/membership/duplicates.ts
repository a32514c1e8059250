import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'

type Side = { id: string; name: string; birth_on: string | null; mobile: string | null; id_last4: string | null; org: string | null }
const viewOf = (s: Side) => ({ id: s.id, name: s.name, birthOn: s.birth_on, mobile: s.mobile ? maskPhone(s.mobile) : null, idLast4: s.id_last4, org: s.org })

// Same ID number cannot be: the registry refuses it. Two numbers of one kind that differ are two people.
const pairs = (look: Look, same: ReturnType<typeof sql>) => sql<{ a: Side; b: Side }>`
  with side as (
    select p.*, jsonb_build_object('id', p.id, 'name', p.name, 'birth_on', p.birth_on, 'mobile', p.mobile, 'id_last4', p.id_last4, 'org', o.name) as shown
      from people.person p left join membership.membership m on m.region = p.region and m.person_id = p.id left join organisations.org o on o.region = m.region and o.id = m.org_id
     where p.region = ${look.region} and p.merged_into is null)
  select a.shown as a, b.shown as b from side a join side b on a.name = b.name and ${same} and a.id < b.id
   where (a.id_hash is null or b.id_hash is null or a.id_type <> b.id_type)
   order by a.id desc limit 100`.execute(look.raw)

/** Pairs that may be one human being: same name and birthday, or same name and phone. */
export const duplicatesOf = async (look: Look) => {
  const byBirth = await pairs(look, sql`a.birth_on = b.birth_on`)
  const byPhone = await pairs(look, sql`a.mobile = b.mobile and a.birth_on is distinct from b.birth_on`)
  return { pairs: [
    ...byBirth.rows.map((r) => ({ why: 'name-birth' as const, a: viewOf(r.a), b: viewOf(r.b) })),
    ...byPhone.rows.map((r) => ({ why: 'name-mobile' as const, a: viewOf(r.a), b: viewOf(r.b) })),
  ] }
}
