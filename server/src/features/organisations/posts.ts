import { rightsOfPost } from '@gongyou/contract/organisations/posts.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

type NewPost = { org: string; person: string; post: string; from: string; /** Last day in office. */ to: string | null; fullTime: boolean }

/** A person takes up a post. Fails on `post_held_once` where the same post is held there in that time. */
export const givePost = async (work: Work, p: NewPost) => {
  const id = newId()
  await work.tx
    .insertInto('organisations.post')
    .values({
      region: work.region,
      id,
      org_id: p.org,
      person_id: p.person,
      post: p.post,
      full_time: p.fullTime,
      during: `[${p.from},${p.to ? addDays(p.to, 1) : ''})`,
    })
    .execute()
  work.ledger.act({ kind: 'post.given', subject: id, org: p.org, person: p.person, day: p.from, data: { post: p.post, to: p.to } })
  return id
}

/** `on` is the last day in office; the day before the first one undoes the post. */
export const endPost = async (
  work: Work,
  post: { id: string; org: string; person: string; from: string; post: string },
  on: string,
  because: string,
) => {
  await work.tx
    .updateTable('organisations.post')
    .set({ during: `[${post.from},${addDays(on, 1)})` })
    .where('region', '=', work.region)
    .where('id', '=', post.id)
    .execute()
  work.ledger.act({ kind: 'post.ended', subject: post.id, org: post.org, person: post.person, day: on, data: { post: post.post, because } })
}

export type HeldPost = {
  id: string
  person: string
  org: { id: string; name: string; path: string }
  post: string
  from: string
  to: string | null
  standing: boolean
  ended: boolean
  rights: readonly string[]
}

/** Posts of these persons, newest first, the ended ones too. */
export const postsOf = async (look: Look, persons: readonly string[]): Promise<HeldPost[]> => {
  if (persons.length === 0) return []
  const { rows } = await sql<{
    id: string
    person: string
    org_id: string
    org_name: string
    path: string
    post: string
    from: string
    until: string | null
    standing: boolean
  }>`
    select p.id, p.person_id as person, o.id as org_id, o.name as org_name, o.path::text, p.post, lower(p.during) as "from", upper(p.during) as until, p.during @> ${look.today}::date as standing
      from organisations.post p join organisations.org o on o.region = p.region and o.id = p.org_id
     where p.region = ${look.region} and p.person_id = any(${persons as string[]}::uuid[]) and not isempty(p.during)
     order by lower(p.during) desc, p.id`.execute(look.raw)
  return rows.map((r) => ({
    id: r.id,
    person: r.person,
    org: { id: r.org_id, name: r.org_name, path: r.path },
    post: r.post,
    from: r.from,
    to: r.until ? addDays(r.until, -1) : null,
    standing: r.standing,
    ended: r.until !== null && r.until <= look.today,
    rights: r.standing ? rightsOfPost(r.post) : [],
  }))
}

/** Who holds one of these posts today in an organisation or above it. */
export const holdersAbove = async (look: Look, path: string, posts: readonly string[]) => {
  const { rows } = await sql<{ person_id: string }>`
    select distinct p.person_id from organisations.post p join organisations.org o on o.region = p.region and o.id = p.org_id
     where p.region = ${look.region} and p.post = any(${posts as string[]}) and p.during @> ${look.today}::date and o.path @> ${path}::ltree`.execute(
    look.raw,
  )
  return rows.map((r) => r.person_id)
}
