import { posts, rightsOfPost } from '@gongyou/contract/organisations/posts.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import type { Standing } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'

type Row = { org_id: string; org_name: string; path: string; post: string; rights: Right[] | null; via: Standing['via'] }

/**
 * What a person may do today and where: by posts held, by rights lent to them, by an open emergency access.
 * One round trip; read anew for every request, so that an ended post ends at once.
 */
export const standingsOf = async (look: Look, personId: string): Promise<Standing[]> => {
  const { rows } = await sql<Row>`
    select o.id as org_id, o.name as org_name, o.path::text as path, p.post, null::text[] as rights, 'post' as via
      from organisations.post p join organisations.org o on o.region = p.region and o.id = p.org_id
     where p.region = ${look.region} and p.person_id = ${personId} and p.during @> ${look.today}::date and o.dissolved_on is null
    union all
    select o.id, o.name, o.path::text, p.post, d.rights, 'delegation'
      from accounts.delegation d
      join organisations.post p on p.region = d.region and p.id = d.post_id and p.during @> ${look.today}::date
      join organisations.org o on o.region = p.region and o.id = p.org_id and o.dissolved_on is null
       -- A lender who was shut out lends nothing.
       and not exists (select 1 from accounts.account l where l.region = p.region and l.person_id = p.person_id and l.disabled_at is not null)
     where d.region = ${look.region} and d.to_person_id = ${personId} and d.ended_at is null and d.from_at <= ${look.at} and d.until_at > ${look.at}
    union all
    select o.id, o.name, o.path::text, 'break_glass', b.rights, 'break-glass'
      from accounts.break_glass b join organisations.org o on o.region = b.region and o.id = b.org_id
     where b.region = ${look.region} and b.person_id = ${personId} and b.ended_at is null and b.from_at <= ${look.at} and b.until_at > ${look.at}`.execute(
    look.raw,
  )
  return rows.map((r) => {
    const ofPost = rightsOfPost(r.post)
    // A lender can never lend more than the post itself carries.
    const lent = r.via === 'delegation' ? ofPost.filter((x) => r.rights!.includes(x)) : r.rights
    const name = r.post in posts ? posts[r.post as keyof typeof posts].name.zh : '应急访问'
    return {
      orgId: r.org_id,
      orgName: r.org_name,
      path: r.path,
      post: `${r.org_name} ${name}`,
      code: r.post,
      rights: r.via === 'post' ? ofPost : (lent ?? []),
      via: r.via,
    }
  })
}
